using System.Text.Json;
using Conformance.Reference.Http;
using Conformance.Reference.Pennsieve;
using static Conformance.Reference.Mutants.Pennsieve.PennsieveMutant;
using static Conformance.Reference.Pennsieve.PennsieveTwists;

namespace Conformance.Reference.Mutants.Pennsieve;

/// <summary>The two modes of a run, and what each finds.</summary>
internal static class RunModes
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        ChoosesMode(
            "AcceptsBothModes",
            "takes the instance where a configuration is given as well",
            "modes/both",
            asked => asked.InstanceId is { } id ? Mode.Existing(id) : Mode.Choose(asked)
        ),
        ChoosesMode(
            "PrefersConfigurationWhereBothAreGiven",
            "takes the configuration where an instance is given as well",
            "modes/both",
            asked => HasConfiguration(asked) ? Mode.FindOrCreate(asked.Configuration) : Mode.Choose(asked)
        ),
        ChoosesMode(
                "AcceptsNeitherMode",
                "takes an instance of its own where none is given",
                "modes/neither",
                asked => asked.InstanceId is null && !HasConfiguration(asked) ? Known : Mode.Choose(asked)
            )
            // An empty body is one that gives neither.
            .AlsoBreaking("body/empty"),
        ChoosesMode(
            "RunsKnownInstanceForAnyOther",
            "runs the instance that it knows for any other",
            "modes/unknown-instance",
            asked => Mode.Choose(asked) is { InstanceId: not null } ? Known : Mode.Choose(asked)
        ),
        ChoosesMode(
                "RejectsInlineConfigurations",
                "rejects inline configurations",
                "modes/by-configuration",
                asked =>
                    asked.InstanceId is null && HasConfiguration(asked)
                        ? Mode.Rejected(Rejections.Invalid("no inline configurations"))
                        : Mode.Choose(asked)
            )
            .AlsoBreaking("workflowInstanceConfiguration/type/accepted", "request/pairs-of-members/accepted"),
        ChoosesMode(
                "RejectsKnownInstances",
                "wants an inline configuration in every request",
                "modes/by-instance",
                asked =>
                    asked.InstanceId is not null && !HasConfiguration(asked)
                        ? Mode.Rejected(Rejections.Invalid("no configuration"))
                        : Mode.Choose(asked)
            )
            // Nearly every valid request names the instance.
            .AlsoBreaking("*/accepted", "budget/*"),
        Row(
            "MakesAnInstanceForEveryRun",
            "makes an instance for every run of a configuration",
            ["modes/find-or-create-same-instance"],
            () => Correct with { Configurations = EqualityComparer<JsonElement>.Create((_, _) => false, _ => 1) }
        ),
        Row("GivesEveryRunTheSameId", "gives every run the id of the first", ["runs/distinct"], IdOfTheFirst)
            .ConfiguredBy(WaitsShortly)
            // Whatever is told apart by the run.
            .AlsoBreaking("webhook/*", "label/*", "modes/*"),
        Row(
                "TakesAnyTextForAnInstance",
                "takes any text for an instance",
                ["workflowInstanceId/pattern/rejected"],
                AnyTextForAnInstance
            )
            .AlsoBreaking("body/invalid-utf8", "modes/unknown-instance"),
    ];

    /// <summary>The mode is chosen in another way.</summary>
    private static Mutant ChoosesMode(string name, string says, string breaks, Func<RunParameters, Mode> choose) =>
        Row(name, says, [breaks], () => Correct with { ChooseMode = choose });

    private static Mode Known => Mode.Existing(Offered.InstanceId);

    private static bool HasConfiguration(RunParameters asked) => asked.Configuration.ValueKind == JsonValueKind.Object;

    private static PennsieveBehaviour IdOfTheFirst()
    {
        string? first = null;
        return Correct with
        {
            WriteCreated = (writer, run) =>
                Correct.WriteCreated(
                    writer,
                    run with
                    {
                        Id = Interlocked.CompareExchange(ref first, run.Id, null) ?? run.Id,
                    }
                ),
        };
    }

    private static PennsieveBehaviour AnyTextForAnInstance() =>
        Members(m => m with { InstanceId = m.InstanceId with { Check = Checks.Nothing } }) with
        {
            ChooseMode = asked => asked.InstanceId is { } id && !Guid.TryParse(id, out _) ? Known : Mode.Choose(asked),
        };
}
