using System.Globalization;
using System.Text.RegularExpressions;

namespace Conformance.Schemas;

/// <summary>Which values a convention can take: what it decides must still be a path, a status or a name.</summary>
internal static partial class ConventionChecks
{
    public const string AnySuccess = "2xx";
    public const string AnyRefusal = "4xx";

    public static string? Problem(Api api, string name, string value)
    {
        if (api.Conventions.FirstOrDefault(c => c.Name == name) is not { } convention)
        {
            var known = string.Join(", ", api.Conventions.Select(c => c.Name));
            return $"expected a convention among {known}; got \"{name}\"; correct the name";
        }
        if (value.AsSpan().Trim().Length != value.Length || value.Length == 0)
            return $"expected a value without blanks around it; got \"{value}\"; correct it, or leave {name} out";
        return convention.Default switch
        {
            ['/', ..] => PathProblem(convention, value),
            var success when StatusProblem(success) is null => StatusProblem(value),
            var refusal when RefusalProblem(refusal) is null => RefusalProblem(value),
            _ => null,
        };
    }

    /// <summary>The status, or null for <c>2xx</c>.</summary>
    public static int? Status(string value) =>
        value == AnySuccess ? null : int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture);

    public static IEnumerable<string> InBraces(string path) => Braces().Matches(path).Select(m => m.Groups[1].Value);

    private static string? PathProblem(Convention convention, string value)
    {
        var (wanted, given) = (InBraces(convention.Default).Order().ToList(), InBraces(value).Order().ToList());
        if (!value.StartsWith('/') || value.AsSpan().ContainsAny('?', '#'))
            return $"expected a path that begins with /, without query; got \"{value}\"; give the path alone";
        // A blank or a line end would end the request's first line; other characters stand in a path percent-encoded.
        if (value.AsSpan().ContainsAnyExceptInRange('!', '~'))
            return $"expected a path of printable ASCII without blanks; got \"{value}\"; percent-encode the rest";
        return wanted.SequenceEqual(given)
            ? null
            : $"expected a path with exactly {Shown(wanted)}, as in {convention.Default}; got \"{value}\"; correct it";
    }

    private static string Shown(List<string> names) =>
        names.Count == 0 ? "no braces" : string.Join(" and ", names.Select(n => $"{{{n}}}"));

    private static string? StatusProblem(string value) =>
        value == AnySuccess || IsStatus(value, '2')
            ? null
            : $"expected {AnySuccess} or a status from 200 to 299; got \"{value}\"; correct the status";

    private static string? RefusalProblem(string value) =>
        value == AnyRefusal || value.Split(',').All(part => IsStatus(part.Trim(), '4'))
            ? null
            : $"expected {AnyRefusal}, or statuses from 400 to 499 with commas between them; got \"{value}\"; correct it";

    private static bool IsStatus(string text, char first) =>
        text.Length == 3 && text[0] == first && text.All(char.IsAsciiDigit);

    [GeneratedRegex(@"\{([^{}/]*)\}")]
    private static partial Regex Braces();
}
