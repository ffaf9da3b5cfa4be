using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;
using static Conformance.Reference.Mutants.NovaAct.TextMember;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>Limits on lengths that hold at the edge, and are lost far behind it.</summary>
internal static class FarBeyondLimits
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        TakesFarTooLong(
            "MeasuresNamesInOneByte",
            "measures the length of name in one byte, in which 257 is 1",
            Name,
            length => (byte)length
        ),
        TakesFarTooLong(
            "GivesUpOnKeyPrefixesOfAThousand",
            "takes s3KeyPrefix as it is from a thousand characters on, where its matcher gives up",
            KeyPrefix,
            length => length < 1000 ? length : 1
        ),
        FailsFarBeyond("FailsAtRunTokensBeyond8192", RunToken, 8192),
        Row(
                "FailsAtNamesInPathBeyond255",
                "fails at a name in the path that is longer than the name of a file may be",
                ["CreateWorkflowRun/robustness/no-server-error"],
                () =>
                    Twists.Correct with
                    {
                        NameInPath = name =>
                            name.Length > 255 ? throw new PathTooLongException() : Twists.Correct.NameInPath(name),
                    }
            )
            .AlsoBreaking("CreateWorkflowRun/workflowDefinitionName/*", "CreateWorkflowRun/uri/*"),
    ];

    /// <summary>A limit is compared with another number than the length, and what is in order but for its length is taken.</summary>
    public static Mutant TakesFarTooLong(string name, string says, TextMember member, Func<int, int> measured) =>
        Row(
                name,
                says,
                [$"{member.Id}/maxLength/rejected"],
                () =>
                    member.Change(m =>
                        m.Taking(value =>
                            value.Length > member.Longest
                            && measured(value.Length) is var length
                            && length >= member.Shortest
                            && length <= member.Longest
                            && m.Check(value[..member.Longest]) is null
                        )
                    )
            )
            .AlsoBreaking($"{member.Id}/*/rejected", $"{member.Operation}/refusal/*");

    /// <summary>A text that is far too long breaks what should reject it.</summary>
    public static Mutant FailsFarBeyond(string name, TextMember member, int characters) =>
        Row(
                name,
                $"fails at more than {characters} characters of {member.Path}",
                [$"{member.Operation}/robustness/no-server-error"],
                () =>
                    member.Change(m =>
                        m.Rejecting(value => value.Length > characters ? throw new InvalidOperationException() : false)
                    )
            )
            .AlsoBreaking($"{member.Id}/*", $"{member.Operation}/body/large", $"{member.Operation}/error/*");
}
