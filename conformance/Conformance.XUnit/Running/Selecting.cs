using Conformance.Engine.Configuration;
using Conformance.Engine.Planning;
using Conformance.Reports.Text;
using Conformance.Schemas;

namespace Conformance.XUnit.Running;

/// <summary>Which requirements a target asks to be tested.</summary>
internal static class Selecting
{
    public static Selection Of(ConformanceTarget target) =>
        new([.. target.Apis], [.. target.Operations], [.. target.Only]);

    /// <summary>A name that nothing has would otherwise select nothing, and so test nothing.</summary>
    /// <exception cref="ConfigurationException">An API or an operation does not exist.</exception>
    public static void Check(ConformanceTarget target, IReadOnlyCollection<Api> apis)
    {
        Check(nameof(target.Apis), target.Apis, [.. apis.Select(api => api.Name)]);
        Check(
            nameof(target.Operations),
            target.Operations,
            [.. apis.SelectMany(api => api.Documented).Select(operation => operation.Id)]
        );
    }

    private static void Check(string property, IReadOnlyList<string> names, IReadOnlyList<string> known)
    {
        foreach (var name in names)
            if (!known.Contains(name, StringComparer.OrdinalIgnoreCase))
                throw new ConfigurationException(
                    $"{property} of the target names '{Shortened.OnALine(name)}'; expected one of {string.Join(", ", known)}"
                );
    }
}
