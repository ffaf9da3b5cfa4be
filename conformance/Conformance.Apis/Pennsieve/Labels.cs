using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Apis.Pennsieve;

/// <summary>The run's label: the caller's, or one that the service makes (D2:26).</summary>
internal static class Labels
{
    private const string Label = "name";
    private const string Member = "responseLabelMember";
    private const string Default = "run-";

    // Such as nobody takes for an identifier, or writes in one form; of the first that is taken.
    private static readonly ImmutableArray<string> Unusual =
    [
        "of Monday, Batch_7 (2nd), für Zürich e\u0301 世界 😀",
        "of Monday, Batch_7 (2nd)",
    ];

    /// <summary>What a target shows as the label: when the run is created, and when it is read back.</summary>
    /// <param name="AtOnce">Null where the response shows none.</param>
    /// <param name="IsRead">Whether the run could be read back.</param>
    /// <param name="Later">Null where the run that was read shows none.</param>
    private sealed record Shown(string? AtOnce, bool IsRead, string? Later)
    {
        public string? Any => AtOnce ?? Later;
    }

    /// <summary>
    /// Without a label the run gets one that begins with <c>run-</c>. What a response shows counts as the label only where
    /// a given one is shown in the same place.
    /// </summary>
    public static async Task<Finding> BeginWithRun(TestSession test)
    {
        var member = test.MemberOf(Label);
        var made = await Of(test, Runs.Fresh(test).Without(member), "a run without a label");
        if (made is { AtOnce: null, IsRead: false })
            return NotShown(test);
        if (!IsMade(made))
            return await NotMade(test, made, () => Given(test), "a run without a label");
        var cases = 1;
        foreach (var (says, request) in Surroundings.Of(test, Label))
        {
            test.BeginCase();
            var beside = await TryOf(test, request().Without(member), $"a run without a label, {says}");
            if (beside is null)
                continue;
            cases++;
            if (IsMade(beside) || beside is { AtOnce: null, IsRead: false })
                continue;
            var control = () => request().With(member, Given(test).At(member)!);
            var finding = await NotMade(test, beside, control, $"a run without a label, {says}");
            if (finding.Outcome == Outcome.Failed)
                return finding;
        }
        return Finding.Passed(cases);
    }

    private static bool IsMade(Shown shown) => shown.Any?.StartsWith(Default, StringComparison.Ordinal) == true;

    /// <summary>The failure, where what is shown is the label: a given one is shown in the same place.</summary>
    private static async Task<Finding> NotMade(TestSession test, Shown made, Func<RequestDraft> given, string says)
    {
        var trail = test.Trail;
        var request = given();
        var sent = request.TextAt(test.MemberOf(Label));
        var control = await Of(test, request, "the control request: with a label");
        var isLabel = (made.AtOnce is not null && control.AtOnce == sent) || (made.IsRead && control.Later == sent);
        if (isLabel)
            test.NoteFailure();
        return isLabel
            ? Finding.Failed(new(says, $"a label that begins with {Default}", made.Any ?? "none", trail))
            : Finding.Skipped(
                SkipReason.NotIsolated,
                $"a given label is not shown as {Name(test)} either, so that nobody can tell what stands there: "
                    + $"{control.Any ?? "nothing"}; name the member with the convention {Member}"
            );
    }

    /// <summary>A given label is kept: an ordinary one, ones that nobody takes for an identifier, and beside other members.</summary>
    public static async Task<Finding> AreKept(TestSession test)
    {
        var first = await IsKept(test, Given(test));
        if (first is not { Outcome: Outcome.Passed })
            return first ?? NotKnown(test);
        var cases = 1;
        foreach (var text in Unusual)
        {
            test.BeginCase();
            var ordinary = Given(test);
            var label = new JsonText($"{ordinary.TextAt(test.MemberOf(Label))} {text}");
            if (await IsKept(test, ordinary.With(test.MemberOf(Label), label)) is not { } kept)
                continue;
            if (kept.Outcome != Outcome.Passed)
                return kept;
            cases++;
            break;
        }
        foreach (var (says, request) in Surroundings.Of(test, Label))
        {
            test.BeginCase();
            var label = Given(test).At(test.MemberOf(Label))!;
            var kept = await IsKept(test, request().With(test.MemberOf(Label), label), $", {says}");
            if (kept is { Outcome: Outcome.Failed })
                return kept;
            cases += kept is null ? 0 : 1;
        }
        return Finding.Passed(cases);
    }

    /// <summary>Null where the request is rejected: no document says which labels are.</summary>
    private static async Task<Finding?> IsKept(TestSession test, RequestDraft request, string beside = "")
    {
        var sent = request.TextAt(test.MemberOf(Label))!;
        if (await TryOf(test, request, $"a run with a label{beside}") is not { } shown)
            return null;
        // A run that is read shows its label, as one without the other members does.
        if (shown.Any is null && !(shown.IsRead && beside.Length > 0))
            return NotShown(test);
        return shown.AtOnce == sent || shown.Later == sent
            ? Finding.Passed(1)
            : test.Fails(
                $"a run with the label \"{sent}\"{beside}",
                "that label",
                $"\"{shown.Any ?? "none"}\" as {Name(test)}"
            );
    }

    private static Finding NotKnown(TestSession test) =>
        Finding.Skipped(
            SkipReason.NotIsolated,
            $"a run with a label was rejected: {test.Trail[^1].Exchange.InWords()}"
        );

    /// <summary>An empty label may count as omitted, or be rejected.</summary>
    public static async Task<Finding> ObserveEmpty(TestSession test)
    {
        var request = Runs.Fresh(test).With(test.MemberOf(Label), new JsonText(""));
        var created = await test.Send(request, "a run with an empty label");
        return Finding.Observed(test.Observe("", InterpretationTopic.EmptyText, "an empty label", created.InWords()));
    }

    private static RequestDraft Given(TestSession test) => Runs.With(test, Label);

    private static async Task<Shown?> TryOf(TestSession test, RequestDraft request, string says)
    {
        var created = await test.Send(request, says);
        return created.IsAccepted() ? await Of(test, created) : null;
    }

    private static async Task<Shown> Of(TestSession test, RequestDraft request, string says) =>
        await Of(test, await test.Arrange(request, says));

    private static async Task<Shown> Of(TestSession test, Exchange created)
    {
        var atOnce = RunResponses.Text(test, created, Member);
        var read = await Runs.ReadBack(test, Runs.IdOf(test, created));
        return new(atOnce, read is not null, read is null ? null : RunResponses.Text(test, read, Member));
    }

    private static Finding NotShown(TestSession test) =>
        Finding.Skipped(
            SkipReason.NotObservable,
            $"no response shows {Name(test)}; where the label stands under another name, "
                + $"say so with the convention {Member}"
        );

    private static string Name(TestSession test) => test.Session.Api.ValueOf(Member);
}
