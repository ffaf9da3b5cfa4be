using System.Collections.Immutable;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;

namespace Conformance.Reference.Defects.NovaAct;

/// <summary>Paths that are misread.</summary>
internal static class Uris
{
    public static readonly ImmutableArray<Defect> All =
    [
        new DecodesPathsTwice(),
        new DoesNotDecodePaths(),
        new CutsNameInPathAtSemicolon(),
        new TrimsNameInPath(),
        new IgnoresBrokenEscapes(),
        new CutsNameInPathAtNul(),
        new TakesEmptyNameInPathForAny(),
        new DecodesPlusInPathAsSpace(),
    ];
}

/// <summary>The name in the path is changed before it is looked at.</summary>
internal abstract class EditsNameInPath(string says, Func<string, string> edit)
    : NovaActDefect($"{says} the name in the path", "CreateWorkflowRun/uri/illegal-octets")
{
    protected override ImmutableArray<string> AlsoBreaks =>
        ["CreateWorkflowRun/workflowDefinitionName/pattern/rejected"];

    protected sealed override NovaActBehaviour Twist() =>
        Twists.Correct with
        {
            ReadTarget = raw =>
            {
                var target = RequestTarget.Read(raw);
                return target.Segments is [_, { } name, ..]
                    ? target with
                    {
                        Segments = target.Segments.SetItem(1, edit(name)),
                    }
                    : target;
            },
        };
}

/// <summary>The path is changed before it is decoded.</summary>
internal abstract class EditsPath(string says, string breaks, Func<string, string> edit)
    : NovaActDefect(says, $"CreateWorkflowRun/uri/{breaks}")
{
    protected override ImmutableArray<string> AlsoBreaks => ["CreateWorkflowRun/workflowDefinitionName/*"];

    protected sealed override NovaActBehaviour Twist() =>
        Twists.Correct with
        {
            ReadTarget = target => RequestTarget.Read(edit(target)),
        };
}

internal sealed class DecodesPathsTwice() : EditsPath("decodes paths twice", "illegal-octets", Uri.UnescapeDataString);

internal sealed class DoesNotDecodePaths()
    : EditsPath("does not decode paths", "decoded-once", path => path.Replace("%", "_", StringComparison.Ordinal));

internal sealed class IgnoresBrokenEscapes()
    : EditsPath(
        "ignores broken escapes in the path",
        "illegal-octets",
        path => path.Replace("%zz", "", StringComparison.OrdinalIgnoreCase).Replace("%%", "%", StringComparison.Ordinal)
    );

internal sealed class CutsNameInPathAtSemicolon() : EditsNameInPath("cuts at a semicolon", name => name.Split(';')[0]);

internal sealed class TrimsNameInPath() : EditsNameInPath("trims", name => name.Trim());

internal sealed class CutsNameInPathAtNul() : EditsNameInPath("cuts at a line feed", name => name.Split('\0', '\n')[0]);

internal sealed class DecodesPlusInPathAsSpace()
    : EditsNameInPath("drops each plus of", name => name.Replace("+", "", StringComparison.Ordinal));

internal sealed class TakesEmptyNameInPathForAny()
    : NovaActDefect(
        "starts a run of no definition in particular where the path names none",
        "CreateWorkflowRun/workflowDefinitionName/required/rejected",
        "CreateWorkflowRun/workflowDefinitionName/minLength/rejected"
    )
{
    protected override NovaActBehaviour Twist()
    {
        var serial = new Serial();
        return Twists.Correct with
        {
            NameInPath = name => name.Length == 0 ? null : Twists.Correct.NameInPath(name),
            Handle = call =>
                call.Operation == CreateRun && call.DefinitionName.Length == 0
                    ? Existence.Started(serial.NextGuid())
                    : Twists.Correct.Handle(call),
        };
    }
}
