using System.Diagnostics.CodeAnalysis;

namespace Conformance.Suite.Configuration;

/// <summary>Reads the base URL of a target.</summary>
public static class TargetUrl
{
    /// <summary>Reads an absolute http or https URL without query and fragment.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Uri? url, out string problem)
    {
        problem = "";
        if (Uri.TryCreate(text, UriKind.Absolute, out url) && url.UserInfo.Length > 0)
            problem = "the target's URL holds credentials; name them under auth in the configuration file instead";
        else if (url is null || url.Scheme is not ("http" or "https"))
            problem = $"'{text}' is no URL of a target; expected something like http://127.0.0.1:8080";
        else if (url.Query.Length > 0 || url.Fragment.Length > 0)
            problem =
                $"'{text}' has a query or fragment; give the base URL alone, such as {url.GetLeftPart(UriPartial.Path)}";
        if (problem.Length > 0)
            url = null;
        return url is not null;
    }
}
