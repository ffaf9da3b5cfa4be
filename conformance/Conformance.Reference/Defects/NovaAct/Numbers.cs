using System.Collections.Immutable;
using Conformance.Reference.NovaAct;

namespace Conformance.Reference.Defects.NovaAct;

/// <summary>Legal values of a member that are refused although nothing forbids them.</summary>
internal static class Numbers
{
    public static readonly ImmutableArray<OldDefect> All =
    [
        new RefusesVersionBelowOne(),
        new RefusesNegativeVersion(),
        new RefusesVersionBeyond16Bits(),
        new TakesBlankSdkVersion(),
        new TakesWhiteSpaceAsSdkVersion(),
        new RefusesDescriptionBeyondAscii(),
        new RefusesDescriptionBeyond16Bits(),
        new RefusesDescriptionOfSeveralLines(),
        new RefusesModelIdBeyondAscii(),
        new RefusesMarkupInDescription(),
    ];
}

internal abstract class RefusesVersion(string what, Func<long, bool> refuses)
    : NovaActDefect($"refuses {what}", "CreateWorkflowRun/clientInfo.compatibilityVersion/type/accepted")
{
    protected sealed override NovaActBehaviour Twist() =>
        Twists.Run(r =>
            r with
            {
                CompatibilityVersion = r.CompatibilityVersion with
                {
                    Check = version => refuses(version) ? "expected another number" : null,
                },
            }
        );
}

internal sealed class RefusesVersionBelowOne()
    : RefusesVersion("a compatibilityVersion of zero", version => version < 1);

internal sealed class RefusesNegativeVersion()
    : RefusesVersion("a negative compatibilityVersion", version => version < 0);

internal sealed class RefusesVersionBeyond16Bits()
    : RefusesVersion(
        "a compatibilityVersion beyond 16 bits",
        version => version is > short.MaxValue or < short.MinValue
    );

/// <summary>A version of the SDK in which nothing can be seen is taken.</summary>
internal abstract class TakesInvisibleVersion(string what, Func<string, bool> takes)
    : NovaActDefect($"takes {what} as sdkVersion", "CreateWorkflowRun/clientInfo.sdkVersion/notBlank/rejected")
{
    protected sealed override NovaActBehaviour Twist() => TextMember.SdkVersion.Change(m => m.Taking(takes));
}

internal sealed class TakesBlankSdkVersion() : TakesInvisibleVersion("nothing", _ => true);

internal sealed class TakesWhiteSpaceAsSdkVersion() : TakesInvisibleVersion("white space", v => v.Length > 0);

/// <summary>A free text is refused for characters that it may hold.</summary>
internal abstract class RefusesText(TextMember member, string what, Func<string, bool> refuses)
    : NovaActDefect($"refuses {what} in {member.Path} of {member.Operation}", $"{member.Id}/type/accepted")
{
    protected override ImmutableArray<string> AlsoBreaks => [$"{member.Id}/*/accepted"];

    protected sealed override NovaActBehaviour Twist() => member.Change(m => m.Refusing(refuses));
}

internal sealed class RefusesDescriptionBeyondAscii()
    : RefusesText(TextMember.Description, "letters beyond ASCII", v => v.Any(c => c > 127));

internal sealed class RefusesDescriptionBeyond16Bits()
    : RefusesText(TextMember.Description, "characters beyond 16 bits", v => v.Any(char.IsSurrogate));

internal sealed class RefusesDescriptionOfSeveralLines()
    : RefusesText(TextMember.Description, "line feeds", v => v.Contains('\n'));

internal sealed class RefusesModelIdBeyondAscii()
    : RefusesText(TextMember.ModelId, "letters beyond ASCII", v => v.Any(c => c > 127));

internal sealed class RefusesMarkupInDescription()
    : RefusesText(TextMember.Description, "angle brackets", v => v.Contains('<'));
