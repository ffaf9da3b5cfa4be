using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;

namespace Conformance.Apis.BedrockFlows;

/// <summary>A flow and its alias can be named by id or by ARN (D3:21, D3:31).</summary>
internal static class Identifiers
{
    /// <summary>Name of the fixture that is the known flow's ARN.</summary>
    public const string Flow = "flowArn";

    /// <summary>Name of the fixture that is an ARN of one of its aliases.</summary>
    public const string Alias = "flowAliasArn";

    private const string FlowMember = "flowIdentifier";
    private const string AliasMember = "flowAliasIdentifier";

    private sealed record Form(string Label, string Says, Func<TestSession, RequestDraft, RequestDraft> Apply);

    private static readonly ImmutableArray<Form> Forms =
    [
        new("both", "both by their ARNs", (test, request) => WithAlias(test, WithFlow(test, request))),
        new("flow", "the flow by its ARN", WithFlow),
        new("alias", "the alias by its ARN", WithAlias),
    ];

    /// <summary>Each of the two is taken by its ARN, and both together; and does what it does by its id.</summary>
    public static async Task<Finding> MayBeArns(TestSession test)
    {
        var accepted = await new AcceptanceCheck(
            () => test.Valid(test.Operation),
            [.. Forms.Select(form => new Case(form.Label, form.Says, request => form.Apply(test, request)))]
        )
        {
            IsAboutTheForm = true,
        }.Run(test);
        if (accepted.Outcome != Outcome.Passed || !IsTheEcho(test))
            return accepted;
        return await GiveTheSame(test, accepted.Cases);
    }

    /// <summary>
    /// What comes back is the document, as it is where the same flow is named by its ids, with the name of the node's output
    /// and without.
    /// </summary>
    private static async Task<Finding> GiveTheSame(TestSession test, int cases)
    {
        var rounds = test.Session.Profile.Rounds;
        foreach (var form in Forms.Take(rounds > 1 ? Forms.Length : 1))
        foreach (var isFull in new[] { false, true })
        {
            test.BeginCase();
            var document = OwnDocument.Small(test.NextDraw());
            var byId = isFull ? Echo.FullRequest(test, document.Value) : Echo.Request(test, document.Value);
            if (Difference(test, document, await test.SendValid(byId, "the control: both by their ids")) is not null)
                return Finding.Passed(cases);
            var says = $"{form.Says}, {(isFull ? "with every member" : "with the required members")}";
            var exchange = await test.SendValid(form.Apply(test, byId), says);
            if (exchange.SaysNothing())
                return Finding.Errored($"{says}: {exchange.InWords()}", cases, Causes.SaysNothing(exchange));
            cases++;
            if (Difference(test, document, exchange) is { } difference)
                return test.Fails(says, "the same document back as by id", difference, cases);
        }
        return Finding.Passed(cases);
    }

    private static string? Difference(TestSession test, OwnDocument document, Exchange exchange) =>
        !exchange.IsAccepted()
            ? exchange.InWords()
            : EchoCheck.Difference(test, exchange, new Document(document.Says, document.Value));

    /// <summary>Whether the known flow is the one that gives documents back.</summary>
    private static bool IsTheEcho(TestSession test) =>
        test.Session.Fixtures.For(Echo.Fixture) is not null
        && new[] { FlowMember, AliasMember }
            .Select(test.MemberOf)
            .All(m => Echo.Request(test).TextAt(m) == test.Valid(test.Operation).TextAt(m));

    private static RequestDraft WithFlow(TestSession test, RequestDraft request) =>
        With(test, request, FlowMember, Flow);

    private static RequestDraft WithAlias(TestSession test, RequestDraft request) =>
        With(test, request, AliasMember, Alias);

    private static RequestDraft With(TestSession test, RequestDraft request, string segment, string fixture) =>
        request.With(test.MemberOf(segment), new JsonText(test.Session.Fixtures.TextFor(fixture) ?? ""));
}
