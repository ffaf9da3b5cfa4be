using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;

namespace Conformance.Reference.Defects.NovaAct;

/// <summary>A pattern that is read as careless code does.</summary>
internal abstract class PatternLie(TextMember member, string says, Func<string, string> written)
    : NovaActDefect($"{says} {member.Path} of {member.Operation}", $"{member.Id}/pattern/rejected")
{
    protected override ImmutableArray<string> AlsoBreaks =>
        member == TextMember.PathName ? [$"{TextMember.Name.Id}/pattern/rejected"] : [];

    protected sealed override NovaActBehaviour Twist() =>
        member.Change(m => m with { Check = Matching(written(member.Pattern)) });

    private Check<string> Matching(string pattern) =>
        value =>
            value.Length >= member.Shortest && value.Length <= member.Longest && Regex.IsMatch(value, pattern)
                ? null
                : "expected another value";
}

internal abstract class SearchesForThePattern(TextMember member)
    : PatternLie(member, "looks for the pattern anywhere in", pattern => pattern);

internal abstract class AnchorsTheStartAlone(TextMember member)
    : PatternLie(member, "anchors only the start of the pattern of", pattern => $@"\A(?:{pattern})");

internal abstract class AnchorsTheEndAlone(TextMember member)
    : PatternLie(member, "anchors only the end of the pattern of", pattern => $@"(?:{pattern})\z");

internal abstract class EndsWithADollarSign(TextMember member)
    : PatternLie(member, "takes a line feed behind", pattern => $"^(?:{pattern})$");

internal abstract class MatchesLineByLine(TextMember member)
    : PatternLie(member, "matches line by line the pattern of", pattern => $"(?m)^(?:{pattern})$");

/// <summary>One kind of value too many that a pattern lets in.</summary>
internal abstract class LetsIn(TextMember member, string what, Func<string, Check<string>, bool> letsIn)
    : NovaActDefect($"takes {what} in {member.Path} of {member.Operation}", $"{member.Id}/pattern/rejected")
{
    protected sealed override NovaActBehaviour Twist() =>
        member.Change(m =>
            m.Taking(v => v.Length >= member.Shortest && v.Length <= member.Longest && letsIn(v, m.Check))
        );
}

/// <summary>One kind of legal value that is refused.</summary>
internal abstract class KeepsOut(TextMember member, string what, Func<string, bool> keepsOut)
    : NovaActDefect($"refuses {what} in {member.Path} of {member.Operation}", $"{member.Id}/pattern/accepted")
{
    /// <summary>Values at the edges of the length show a pattern's characters as well.</summary>
    protected override ImmutableArray<string> AlsoBreaks =>
        [$"{member.Id}/m??Length/accepted", $"{member.Operation}/idempotency/token-is-case-sensitive"];

    protected sealed override NovaActBehaviour Twist() => member.Change(m => m.Refusing(keepsOut));
}
