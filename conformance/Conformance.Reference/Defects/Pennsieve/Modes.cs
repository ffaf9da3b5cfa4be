using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Reference.Http;
using Conformance.Reference.Pennsieve;

namespace Conformance.Reference.Defects.Pennsieve;

/// <summary>The two modes of a run, and what each finds.</summary>
internal static class Modes
{
    public static readonly ImmutableArray<OldDefect> All =
    [
        new AcceptsBothModes(),
        new PrefersConfigurationWhereBothAreGiven(),
        new AcceptsNeitherMode(),
        new RunsKnownInstanceForAnyOther(),
        new RefusesInlineConfigurations(),
        new RefusesKnownInstances(),
        new MakesAnInstanceForEveryRun(),
        new GivesEveryRunTheSameId(),
        new TakesAnyTextForAnInstance(),
    ];
}

/// <summary>The mode is chosen in another way.</summary>
internal abstract class ChoosesMode(string says, Func<RunParameters, Mode> choose, params ImmutableArray<string> breaks)
    : PennsieveDefect(says, breaks)
{
    protected sealed override PennsieveBehaviour Twist() => PennsieveTwists.Correct with { ChooseMode = choose };

    protected static Mode Known => Mode.Existing(Offered.InstanceId);

    protected static bool HasConfiguration(RunParameters asked) =>
        asked.Configuration.ValueKind == JsonValueKind.Object;
}

internal sealed class AcceptsBothModes()
    : ChoosesMode(
        "takes the instance where a configuration is given as well",
        asked => asked.InstanceId is { } id ? Mode.Existing(id) : Mode.Choose(asked),
        "modes/both"
    );

internal sealed class PrefersConfigurationWhereBothAreGiven()
    : ChoosesMode(
        "takes the configuration where an instance is given as well",
        asked => HasConfiguration(asked) ? Mode.FindOrCreate(asked.Configuration) : Mode.Choose(asked),
        "modes/both"
    );

internal sealed class AcceptsNeitherMode()
    : ChoosesMode(
        "takes an instance of its own where none is given",
        asked => asked.InstanceId is null && !HasConfiguration(asked) ? Known : Mode.Choose(asked),
        "modes/neither"
    )
{
    /// <summary>An empty body is one that gives neither.</summary>
    protected override ImmutableArray<string> AlsoBreaksOfRun => ["body/empty"];
}

internal sealed class RunsKnownInstanceForAnyOther()
    : ChoosesMode(
        "runs the instance that it knows for any other",
        asked => Mode.Choose(asked) is { InstanceId: not null } ? Known : Mode.Choose(asked),
        "modes/unknown-instance"
    );

internal sealed class RefusesInlineConfigurations()
    : ChoosesMode(
        "refuses inline configurations",
        asked =>
            asked.InstanceId is null && HasConfiguration(asked)
                ? Mode.Refused(new Refusal(400, "BadRequest", "no inline configurations"))
                : Mode.Choose(asked),
        "modes/by-configuration"
    )
{
    protected override ImmutableArray<string> AlsoBreaksOfRun => ["workflowInstanceConfiguration/type/accepted"];
}

internal sealed class RefusesKnownInstances()
    : ChoosesMode(
        "wants an inline configuration in every request",
        asked =>
            asked.InstanceId is not null && !HasConfiguration(asked)
                ? Mode.Refused(new Refusal(400, "BadRequest", "no configuration"))
                : Mode.Choose(asked),
        "modes/by-instance"
    )
{
    /// <summary>Nearly every valid request names the instance.</summary>
    protected override ImmutableArray<string> AlsoBreaksOfRun => ["*/accepted", "budget/*"];
}

internal sealed class MakesAnInstanceForEveryRun()
    : PennsieveDefect("makes an instance for every run of a configuration", "modes/find-or-create-same-instance")
{
    protected override PennsieveBehaviour Twist() =>
        PennsieveTwists.Correct with
        {
            Configurations = new NeverTheSame(),
        };

    private sealed class NeverTheSame : IEqualityComparer<JsonElement>
    {
        public bool Equals(JsonElement x, JsonElement y) => false;

        public int GetHashCode(JsonElement obj) => 1;
    }
}

internal sealed class GivesEveryRunTheSameId() : PennsieveDefect("gives every run the id of the first", "runs/distinct")
{
    public override string Configuration => WaitsShortly;

    /// <summary>Whatever is told apart by the run.</summary>
    protected override ImmutableArray<string> AlsoBreaksOfRun => ["webhook/*", "label/*", "modes/*"];

    protected override PennsieveBehaviour Twist()
    {
        string? first = null;
        return PennsieveTwists.Correct with
        {
            WriteCreated = (writer, run) =>
                PennsieveTwists.Correct.WriteCreated(
                    writer,
                    run with
                    {
                        Id = Interlocked.CompareExchange(ref first, run.Id, null) ?? run.Id,
                    }
                ),
        };
    }
}

internal sealed class TakesAnyTextForAnInstance()
    : PennsieveDefect("takes any text for an instance", "workflowInstanceId/pattern/rejected")
{
    protected override ImmutableArray<string> AlsoBreaksOfRun => ["body/invalid-utf8", "modes/unknown-instance"];

    protected override PennsieveBehaviour Twist() =>
        PennsieveTwists.Members(m => m with { InstanceId = m.InstanceId with { Check = Checks.Nothing } }) with
        {
            ChooseMode = asked =>
                asked.InstanceId is { } id && !Guid.TryParse(id, out _)
                    ? Mode.Existing(Offered.InstanceId)
                    : Mode.Choose(asked),
        };
}
