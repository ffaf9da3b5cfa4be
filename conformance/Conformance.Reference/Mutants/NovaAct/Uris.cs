using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>Paths that are misread.</summary>
internal static class Uris
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        EditsPath("DecodesPathsTwice", "decodes paths twice", "illegal-octets", Uri.UnescapeDataString),
        EditsPath(
            "DoesNotDecodePaths",
            "does not decode paths",
            "decoded-once",
            path => path.Replace("%", "_", StringComparison.Ordinal)
        ),
        EditsNameInPath("CutsNameInPathAtSemicolon", "cuts at a semicolon", name => name.Split(';')[0]),
        EditsNameInPath("TrimsNameInPath", "trims", name => name.Trim()),
        EditsPath("IgnoresBrokenEscapes", "ignores broken escapes in the path", "illegal-octets", WithoutBrokenEscapes),
        EditsNameInPath("CutsNameInPathAtNul", "cuts at a line feed", name => name.Split('\0', '\n')[0]),
        Row(
            "TakesEmptyNameInPathForAny",
            "starts a run of no definition in particular where the path names none",
            [
                "CreateWorkflowRun/workflowDefinitionName/required/rejected",
                "CreateWorkflowRun/workflowDefinitionName/minLength/rejected",
            ],
            RunsOfNothing
        ),
        EditsNameInPath(
            "DecodesPlusInPathAsSpace",
            "drops each plus of",
            name => name.Replace("+", "", StringComparison.Ordinal)
        ),
        Row(
            "CutsNamesInThePath",
            "cuts names in the path after 40 characters",
            ["CreateWorkflowRun/not-found/part-of-a-name"],
            () => Twists.Correct with { ReadTarget = raw => Edited(RequestTarget.Read(raw), FirstForty) }
        ),
    ];

    /// <summary>The path is changed before it is decoded.</summary>
    private static Mutant EditsPath(string name, string says, string breaks, Func<string, string> edit) =>
        Row(
                name,
                says,
                [$"CreateWorkflowRun/uri/{breaks}"],
                () => Twists.Correct with { ReadTarget = target => RequestTarget.Read(edit(target)) }
            )
            .AlsoBreaking("CreateWorkflowRun/workflowDefinitionName/*");

    private static string WithoutBrokenEscapes(string path) =>
        path.Replace("%zz", "", StringComparison.OrdinalIgnoreCase).Replace("%%", "%", StringComparison.Ordinal);

    /// <summary>The name in the path is changed before it is looked at.</summary>
    private static Mutant EditsNameInPath(string name, string says, Func<string, string> edit) =>
        Row(
                name,
                $"{says} the name in the path",
                ["CreateWorkflowRun/uri/illegal-octets"],
                () => Twists.Correct with { ReadTarget = raw => Edited(RequestTarget.Read(raw), edit) }
            )
            // What is left of the name may be that of another request.
            .AlsoBreaking("CreateWorkflowRun/workflowDefinitionName/pattern/rejected", "*/robustness/no-leak");

    private static RequestTarget Edited(RequestTarget target, Func<string, string> edit) =>
        target.Segments is [_, { } name, ..]
            ? target with
            {
                Segments = target.Segments.SetItem(1, edit(name)),
            }
            : target;

    private static string FirstForty(string name) => name.Length > 40 ? name[..40] : name;

    private static NovaActBehaviour RunsOfNothing()
    {
        var serial = new Serial();
        return Twists.Correct with
        {
            NameInPath = name => name.Length == 0 ? null : Twists.Correct.NameInPath(name),
            Handle = call =>
                call.Operation == CreateRun && call.DefinitionName.Length == 0
                    ? FakeResponses.Started(serial.NextGuid())
                    : Twists.Correct.Handle(call),
        };
    }
}
