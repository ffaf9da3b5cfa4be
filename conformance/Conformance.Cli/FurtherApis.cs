using Conformance.Engine.Configuration;
using Conformance.Engine.Planning;
using Conformance.Schemas;

namespace Conformance.Cli;

/// <summary>The APIs of further folders, and what naming them means for a run.</summary>
internal static class FurtherApis
{
    /// <summary>Those of the arguments, then those of the configuration file, which stand relative to it.</summary>
    /// <exception cref="ConfigurationException">The configuration can't be read.</exception>
    public static ImmutableArray<string> FoldersOf(ImmutableArray<string> arguments, string? configurationFile) =>
        configurationFile is null ? arguments : [.. arguments, .. ConfigurationFile.SchemaFolders(configurationFile)];

    /// <summary>
    /// The selection of a run that names no API: where further ones are given it is about these, and about those that the
    /// configuration names. A target of theirs need not implement all that the kit brings along.
    /// </summary>
    public static Selection Narrowed(
        Selection selection,
        ImmutableArray<PlannedApi> catalog,
        RunConfiguration configuration,
        ImmutableArray<string> folders
    ) =>
        folders.IsEmpty || !selection.Apis.IsEmpty
            ? selection
            : selection with
            {
                Apis =
                [
                    .. catalog
                        .Select(planned => planned.Api.Name)
                        .Where(name =>
                            !SchemaCatalog.EmbeddedNames.Contains(name) || configuration.Apis.ContainsKey(name)
                        ),
                ],
            };
}
