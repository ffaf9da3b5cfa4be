using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Suite.Tests.EndToEnd.Twists;

namespace Conformance.Suite.Tests.EndToEnd.WrongTargets;

/// <summary>Targets that do not keep their promise about client tokens.</summary>
public sealed class TokenTests
{
    private const NovaActOperation Definition = NovaActOperation.CreateWorkflowDefinition;
    private const NovaActOperation Run = NovaActOperation.CreateWorkflowRun;
    private const string OfRuns = "CreateWorkflowRun/idempotency/";
    private const string OfDefinitions = "CreateWorkflowDefinition/idempotency/";

    private static readonly ImmutableArray<Lie> Lies =
    [
        new(
            "forgets tokens of runs",
            Runs(t => t with { TokenOf = _ => null }),
            OfRuns + "replay",
            OfRuns + "replay-starts-no-second-run",
            OfRuns + "concurrent-replays",
            OfRuns + "reordered-body-is-a-replay",
            OfRuns + "other-parameters/*"
        ),
        new(
            "forgets tokens of definitions",
            Definitions(t => t with { TokenOf = _ => null }),
            OfDefinitions + "replay",
            OfDefinitions + "concurrent-replays",
            OfDefinitions + "reordered-body-is-a-replay",
            OfDefinitions + "other-parameters/*"
        ),
        new(
            "ignores the case of tokens of runs",
            Runs(t => t with { Comparer = StringComparer.OrdinalIgnoreCase }),
            OfRuns + "token-is-case-sensitive"
        ),
        new(
            "ignores the case of tokens of definitions",
            Definitions(t => t with { Comparer = StringComparer.OrdinalIgnoreCase }),
            OfDefinitions + "token-is-case-sensitive"
        ),
        .. ((int[])[33, 36, 64, 128, 255]).SelectMany(Truncating),
        new("remembers the last token alone", RemembersTheLastAlone, OfRuns + "replay") { MayBreak = [OfRuns + "*"] },
        new("forgets a token when another comes at once", ForgetsInARace, OfRuns + "concurrent-replays"),
        new(
            "refuses a repeated run",
            Runs(t => t with { IsSameRequest = (_, _) => false }),
            OfRuns + "replay",
            OfRuns + "concurrent-replays",
            OfRuns + "reordered-body-is-a-replay"
        ),
        new(
            "refuses a repeated definition",
            Definitions(t => t with { IsSameRequest = (_, _) => false }),
            OfDefinitions + "replay",
            OfDefinitions + "concurrent-replays",
            OfDefinitions + "reordered-body-is-a-replay"
        ),
        new("compares the bytes of repeated runs", () => ComparesBytes(Run), OfRuns + "reordered-body-is-a-replay"),
        new(
            "compares the bytes of repeated definitions",
            () => ComparesBytes(Definition),
            OfDefinitions + "reordered-body-is-a-replay"
        ),
        new(
            "starts a second run and gives the first one's id",
            StartsASecondBehindTheFirst,
            OfRuns + "replay-starts-no-second-run"
        ),
        new("starts a second run for other parameters", () => CarriesOutConflicts(Run), OfRuns + "other-parameters/*"),
        new(
            "makes a second definition for other parameters",
            () => CarriesOutConflicts(Definition),
            OfDefinitions + "other-parameters/*"
        ),
        new(
            "gives the first run for other parameters",
            Runs(t => t with { IsSameRequest = (_, _) => true }),
            OfRuns + "other-parameters/conflict"
        ),
        new(
            "pretends to make a definition for other parameters",
            Definitions(t => t with { IsSameRequest = (_, _) => true }),
            OfDefinitions + "other-parameters/conflict"
        ),
        new(
            "takes runs without a token for the same",
            Runs(t => t with { TokenOf = token => token ?? "none", IsSameRequest = (_, _) => true }),
            OfRuns + "omitted-token-starts-distinct-runs"
        )
        {
            MayBreak = [OfRuns + "other-parameters/conflict", "*/supporting/*"],
        },
        new(
            "takes equal parameters for the same request",
            TakesEqualParametersForTheSame,
            OfRuns + "distinct-tokens-start-distinct-runs",
            OfRuns + "omitted-token-starts-distinct-runs"
        )
        {
            MayBreak = [OfRuns + "*"],
        },
    ];

    public static IEnumerable<TheoryDataRow<string>> Rows => Lie.Rows(Lies);

    // What is remembered of a token can't reach how a single member is read.
    private static readonly ImmutableArray<string> Behaviours =
    [
        "*/idempotency/*",
        "*/uniqueness/*",
        "*/refusal/*",
        "*/response/*",
        "*/error/*",
        "*/request/*",
        "*/supporting/*",
        "*/clientToken/*",
    ];

    [Theory]
    [MemberData(nameof(Rows))]
    public Task IsSeenThrough(string lie) => Lie.IsSeenThrough(Lies.Select(l => l with { Judged = Behaviours }), lie);

    private static Func<NovaActBehaviour> Runs(Func<Idempotency, Idempotency> change) =>
        () => Correct with { RunTokens = change(Correct.RunTokens) };

    private static Func<NovaActBehaviour> Definitions(Func<Idempotency, Idempotency> change) =>
        () => Correct with { DefinitionTokens = change(Correct.DefinitionTokens) };

    private static IEnumerable<Lie> Truncating(int length)
    {
        string? Cut(string? token) => token?[..Math.Min(token.Length, length)];
        return
        [
            new(
                $"looks at {length} characters of a run's token",
                Runs(t => t with { TokenOf = Cut }),
                OfRuns + "whole-token-counts"
            ),
            new(
                $"looks at {length} characters of a definition's token",
                Definitions(t => t with { TokenOf = Cut }),
                OfDefinitions + "whole-token-counts"
            ),
        ];
    }

    private static NovaActBehaviour RemembersTheLastAlone()
    {
        var (last, generation) = ("", 0);
        // The target asks this one call at a time.
        string? Aged(string? token)
        {
            if (token is null)
                return null;
            generation += token == last ? 0 : 1;
            last = token;
            return $"{generation} {token}";
        }
        return Correct with { RunTokens = new Idempotency { TokenOf = Aged } };
    }

    /// <summary>Asks whether the token is known before it takes the lock under which the run is started.</summary>
    private static NovaActBehaviour ForgetsInARace()
    {
        var meeting = new Meeting();
        return Handling(
            Run,
            call =>
                call.Text("clientToken") is { } token && meeting.Meets(token)
                    ? call.Rewritten(o => o.Remove("clientToken"))
                    : call
        );
    }

    private static NovaActBehaviour ComparesBytes(NovaActOperation operation)
    {
        var bodies = new ConcurrentDictionary<string, string>();
        return Correct with
        {
            Handle = call =>
            {
                var body = Convert.ToHexString(call.Request.Body.Span);
                var isOther =
                    call.Operation == operation
                    && call.Text("clientToken") is { } token
                    && bodies.GetOrAdd(call.DefinitionName + token, body) != body;
                return isOther
                    ? Correct.Refuse(
                        new Refusal(409, "ConflictException", "other bytes")
                        {
                            Members = [new("resourceId", "x"), new("resourceType", "x")],
                        }
                    )
                    : Correct.Handle(call);
            },
        };
    }

    private static NovaActBehaviour StartsASecondBehindTheFirst() =>
        Correct with
        {
            Handle = call =>
            {
                var answer = Correct.Handle(call);
                if (call.Operation == Run && answer.Status == 201 && call.Text("clientToken") is not null)
                    Correct.Handle(call.Rewritten(o => o.Remove("clientToken")));
                return answer;
            },
        };

    private static NovaActBehaviour CarriesOutConflicts(NovaActOperation operation) =>
        Correct with
        {
            Handle = call =>
            {
                var answer = Correct.Handle(call);
                return call.Operation == operation && answer.Status == 409 && call.Text("clientToken") is not null
                    ? Correct.Handle(call.Rewritten(o => o.Remove("clientToken")))
                    : answer;
            },
        };

    private static NovaActBehaviour TakesEqualParametersForTheSame() =>
        Handling(
            Run,
            call =>
                call.Json() is { } body
                && (
                    !body.ContainsKey("clientToken")
                    || call.Text("clientToken") is { } token && Correct.Run.ClientToken.Check(token) is null
                )
                    ? call.Rewritten(o =>
                    {
                        o.Remove("clientToken");
                        o["clientToken"] = Convert.ToHexString(
                            SHA256.HashData(Encoding.UTF8.GetBytes(o.ToJsonString()))
                        );
                    })
                    : call
        );
}
