using Conformance.Engine.Configuration;
using Conformance.Reports.Corpus;
using Conformance.Reports.Formats;
using Conformance.Reports.Text;

namespace Conformance.Engine.Planning.Promotion;

/// <summary>The cases that a run tries before its own.</summary>
/// <param name="File">Where they stand, for messages.</param>
/// <param name="Cases">The cases.</param>
public sealed record PromotedFile(string File, ImmutableArray<PromotedCase> Cases)
{
    /// <summary>Name of the file where the configuration names none.</summary>
    public const string UsualName = "conformance-corpus.json";

    /// <summary>No cases.</summary>
    public static readonly PromotedFile None = new(UsualName, []);

    /// <summary>
    /// The file of a run: the one that the configuration names, else the one of the usual name beside it, where there is
    /// one.
    /// </summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="directory">Where its file stands; the working directory where it has none.</param>
    /// <exception cref="CorpusFileException">The named file is not there, or no file of promoted cases.</exception>
    public static PromotedFile Of(RunConfiguration configuration, string directory)
    {
        var file = PathOf(configuration, directory);
        if (System.IO.File.Exists(file))
            return new PromotedFile(file, PromotedCases.ReadFile(file));
        return configuration.Corpus is null
            ? None
            : throw new CorpusFileException(
                $"{Shortened.OnALine(file, limit: 300)}: the file that the configuration names as corpus is not there; correct the path, "
                    + "or leave the key out until ./run-conformance.sh corpus add has made the file"
            );
    }

    /// <summary>Where that file stands, whether it is there or not.</summary>
    public static string PathOf(RunConfiguration configuration, string directory) =>
        Path.Combine(directory, configuration.Corpus ?? UsualName);

    /// <summary>The directory of a configuration file; the working directory where there is none.</summary>
    public static string DirectoryOf(string? configurationFile) =>
        configurationFile is null ? "" : Path.GetDirectoryName(configurationFile) ?? "";
}
