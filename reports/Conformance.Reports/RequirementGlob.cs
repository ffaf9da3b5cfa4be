using System.IO.Enumeration;

namespace Conformance.Reports;

/// <summary>Globs over requirement ids: <c>*</c> stands for any run of characters, <c>?</c> for one.</summary>
public static class RequirementGlob
{
    /// <summary>Whether this glob matches this id, whatever the case of its letters.</summary>
    public static bool Matches(string glob, string id) => FileSystemName.MatchesSimpleExpression(glob, id);
}
