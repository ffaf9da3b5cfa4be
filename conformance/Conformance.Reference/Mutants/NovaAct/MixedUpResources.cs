using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json.Nodes;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>One resource stands for another, or what is remembered of one is given for another.</summary>
internal static class MixedUpResources
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Row(
                "GivesFirstRunOnAnotherDefinition",
                "gives the first run for a token on another definition",
                ["CreateWorkflowRun/idempotency/token-on-another-definition"],
                GivesFirstRunOnAnotherDefinition
            )
            .AlsoBreaking("CreateWorkflowRun/*"),
        Row(
                "RespondsToRepeatsWithTwoHundred",
                "responds to a repeated run with 200",
                ["CreateWorkflowRun/idempotency/replay-is-the-whole-response"],
                RespondsToRepeatsWithTwoHundred
            )
            .AlsoBreaking("CreateWorkflowRun/response/status-code"),
        Row(
            "ForgetsTokensOfEndedRuns",
            "forgets the token of a run that has ended",
            ["CreateWorkflowRun/idempotency/replay-after-the-end"],
            ForgetsTokensOfEndedRuns
        ),
        Row(
                "RemembersWhatWasNotFound",
                "finds no definition that it was once asked for in vain",
                ["CreateWorkflowRun/not-found/is-not-remembered"],
                RemembersWhatWasNotFound
            )
            .AlsoBreaking("CreateWorkflowDefinition/refusal/changes-nothing"),
        Row(
                "ShowsTheLastDescription",
                "shows the description of the last definition that had one",
                ["CreateWorkflowDefinition/supporting/get-shows-what-was-created"],
                ShowsTheLastDescription
            )
            .AlsoBreaking("CreateWorkflowDefinition/concurrency/own-responses"),
        Row(
            "FindsRunsUnderAnyDefinition",
            "finds a run under any definition",
            ["CreateWorkflowRun/supporting/run-of-another-definition"],
            FindsRunsUnderAnyDefinition
        ),
        Row(
            "FindsDefinitionsByTheBeginningOfTheirNames",
            "shows a definition whose name begins with the one asked for",
            ["CreateWorkflowDefinition/supporting/names-what-was-asked-for"],
            FindsDefinitionsByTheirBeginning
        ),
        Row(
            "TakesNamesWithoutPunctuation",
            "takes no notice of hyphens and underscores in names",
            ["CreateWorkflowDefinition/uniqueness/whole-name-counts"],
            () => Twists.Correct with { NameComparer = new LettersAndDigits() }
        ),
    ];

    private static NovaActBehaviour GivesFirstRunOnAnotherDefinition()
    {
        var first = new ConcurrentDictionary<string, (string Definition, Response Response)>();
        return Twists.Correct with
        {
            Handle = call =>
            {
                if (call.Operation != CreateRun || call.Text("clientToken") is not { } token)
                    return Twists.Correct.Handle(call);
                if (first.TryGetValue(token, out var known) && known.Definition != call.DefinitionName)
                    return known.Response;
                var response = Twists.Correct.Handle(call);
                if (response.Status == 201)
                    first.TryAdd(token, (call.DefinitionName, response));
                return response;
            },
        };
    }

    private static NovaActBehaviour RespondsToRepeatsWithTwoHundred()
    {
        var seen = new ConcurrentDictionary<string, bool>();
        return Twists.Finishing(
            CreateRun,
            response =>
                response.Status == 201 && !seen.TryAdd(Encoding.UTF8.GetString(response.Body.Span), true)
                    ? response with
                    {
                        Status = 200,
                    }
                    : response
        );
    }

    private static NovaActBehaviour ForgetsTokensOfEndedRuns()
    {
        var tokens = new ConcurrentDictionary<string, string>();
        var ended = new ConcurrentDictionary<string, bool>();
        return Twists.Correct with
        {
            Handle = call =>
            {
                if (call.Operation == NovaActOperation.UpdateWorkflowRun)
                    ended[call.RunId] = true;
                if (call.Operation != CreateRun || call.Text("clientToken") is not { } token)
                    return Twists.Correct.Handle(call);
                var isForgotten = tokens.TryGetValue(token, out var run) && ended.ContainsKey(run);
                var response = Twists.Correct.Handle(
                    isForgotten ? call.Rewritten(body => body.Remove("clientToken")) : call
                );
                if (response.Status == 201)
                    tokens[token] = JsonNode.Parse(response.Body.Span)!["workflowRunId"]!.GetValue<string>();
                return response;
            },
        };
    }

    private static NovaActBehaviour RemembersWhatWasNotFound()
    {
        var missing = new ConcurrentDictionary<string, Response>();
        return Twists.Responding(
            CreateRun,
            (call, response) =>
            {
                if (response.Status == 404)
                    missing.TryAdd(call.DefinitionName, response);
                return missing.GetValueOrDefault(call.DefinitionName) ?? response;
            }
        );
    }

    private static NovaActBehaviour ShowsTheLastDescription()
    {
        var last = default(string);
        return Twists.Responding(
            NovaActOperation.GetWorkflowDefinition,
            (_, response) =>
                response.Status != 200
                    ? response
                    : response.Rewritten(body =>
                    {
                        last = body["description"]?.GetValue<string>() ?? last;
                        if (last is not null)
                            body["description"] = last;
                    })
        );
    }

    private static NovaActBehaviour FindsRunsUnderAnyDefinition()
    {
        var runs = new ConcurrentDictionary<string, Response>();
        return Twists.Responding(
            NovaActOperation.GetWorkflowRun,
            (call, response) =>
                response.Status == 200 ? runs[call.RunId] = response
                : response.Status == 404 && runs.TryGetValue(call.RunId, out var found) ? found
                : response
        );
    }

    private static NovaActBehaviour FindsDefinitionsByTheirBeginning()
    {
        var names = new ConcurrentDictionary<string, bool>();
        return Twists.Correct with
        {
            Handle = call =>
            {
                var response = Twists.Correct.Handle(call);
                if (call.Operation == CreateDefinition && response.Status == 201 && call.Text("name") is { } name)
                    names.TryAdd(name, true);
                return
                    call.Operation == NovaActOperation.GetWorkflowDefinition
                    && response.Status == 404
                    && names.Keys.FirstOrDefault(n => n.StartsWith(call.DefinitionName, StringComparison.Ordinal))
                        is { } found
                    ? Twists.Correct.Handle(call with { DefinitionName = found })
                    : response;
            },
        };
    }

    /// <summary>Compares letters and digits alone.</summary>
    private sealed class LettersAndDigits : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y) => x is not null && y is not null && Of(x) == Of(y);

        public int GetHashCode([DisallowNull] string name) => StringComparer.Ordinal.GetHashCode(Of(name));

        private static string Of(string name) => string.Concat(name.Where(char.IsLetterOrDigit));
    }
}
