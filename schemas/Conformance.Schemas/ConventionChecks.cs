using System.Globalization;
using System.Text.RegularExpressions;

namespace Conformance.Schemas;

/// <summary>Which values a convention can take: what it decides must still be a path, a status or a name.</summary>
internal static partial class ConventionChecks
{
    public const string AnySuccess = "2xx";

    public static string? Problem(Api api, string name, string value)
    {
        if (api.Conventions.FirstOrDefault(c => c.Name == name) is not { } convention)
        {
            var known = string.Join(", ", api.Conventions.Select(c => c.Name));
            return $"expected a convention among {known}; got \"{name}\"; correct the name";
        }
        if (value.AsSpan().Trim().Length != value.Length || value.Length == 0)
            return $"expected a value without blanks around it; got \"{value}\"; correct it, or leave {name} out";
        if (convention.Default.StartsWith('/'))
            return PathProblem(convention, value);
        return api.Operations.Any(o => o.Success.StatusConvention == name) ? StatusProblem(value) : null;
    }

    /// <summary>The status, or null for <c>2xx</c>.</summary>
    public static int? Status(string value) =>
        value == AnySuccess ? null : int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture);

    public static IEnumerable<string> InBraces(string path) => Braces().Matches(path).Select(m => m.Groups[1].Value);

    private static string? PathProblem(Convention convention, string value)
    {
        var (wanted, given) = (InBraces(convention.Default).Order().ToList(), InBraces(value).Order().ToList());
        if (!value.StartsWith('/') || value.AsSpan().ContainsAny('?', '#', ' '))
            return $"expected a path that begins with /, without query; got \"{value}\"; give the path alone";
        return wanted.SequenceEqual(given)
            ? null
            : $"expected a path with exactly {Shown(wanted)}, as in {convention.Default}; got \"{value}\"; correct it";
    }

    private static string Shown(List<string> names) =>
        names.Count == 0 ? "no braces" : string.Join(" and ", names.Select(n => $"{{{n}}}"));

    private static string? StatusProblem(string value) =>
        value == AnySuccess || (value.Length == 3 && value[0] == '2' && value.All(char.IsAsciiDigit))
            ? null
            : $"expected {AnySuccess} or a status from 200 to 299; got \"{value}\"; correct the status";

    [GeneratedRegex(@"\{([^{}/]*)\}")]
    private static partial Regex Braces();
}
