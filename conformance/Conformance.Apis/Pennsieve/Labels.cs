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
    private const string UnlikeAnIdentifier = "of Monday, Batch_7 (2nd)";

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
        var made = await Of(test, Runs.Fresh(test), "a run without a label");
        if (made.Any?.StartsWith(Default, StringComparison.Ordinal) == true)
            return Finding.Passed(1);
        if (made is { AtOnce: null, IsRead: false })
            return NotShown(test);
        var trail = test.Trail;
        var request = Given(test);
        var sent = request.TextAt(test.MemberOf(Label));
        var control = await Of(test, request, "the control request: with a label");
        var isLabel = (made.AtOnce is not null && control.AtOnce == sent) || (made.IsRead && control.Later == sent);
        return isLabel
            ? Finding.Failed(
                new("a run without a label", $"a label that begins with {Default}", made.Any ?? "none", trail)
            )
            : Finding.Skipped(
                SkipReason.NotIsolated,
                $"a given label is not shown as {Name(test)} either, so that nobody can tell what stands there: "
                    + $"{control.Any ?? "nothing"}; name the member with the convention {Member}"
            );
    }

    /// <summary>A given label is kept: an ordinary one, and one that nobody takes for an identifier.</summary>
    public static async Task<Finding> AreKept(TestSession test)
    {
        var ordinary = Given(test);
        var first = await IsKept(test, ordinary);
        if (first.Outcome != Outcome.Passed)
            return first;
        test.BeginCase();
        var label = new JsonText($"{ordinary.TextAt(test.MemberOf(Label))} {UnlikeAnIdentifier}");
        var second = await IsKept(test, Given(test).With(test.MemberOf(Label), label));
        return second with { Cases = first.Cases + second.Cases };
    }

    private static async Task<Finding> IsKept(TestSession test, RequestDraft request)
    {
        var sent = request.TextAt(test.MemberOf(Label))!;
        var shown = await Of(test, request, "a run with a label");
        if (shown.Any is null)
            return NotShown(test);
        return shown.AtOnce == sent || shown.Later == sent
            ? Finding.Passed(1)
            : test.Fails($"a run with the label \"{sent}\"", "that label", $"\"{shown.Any}\" as {Name(test)}");
    }

    /// <summary>An empty label may count as omitted, or be rejected.</summary>
    public static async Task<Finding> ObserveEmpty(TestSession test)
    {
        var request = Runs.Fresh(test).With(test.MemberOf(Label), new JsonText(""));
        var created = await test.Send(request, "a run with an empty label");
        return Finding.Observed(test.Observe("", InterpretationTopic.EmptyText, "an empty label", created.InWords()));
    }

    private static RequestDraft Given(TestSession test) => Runs.With(test, Label);

    private static async Task<Shown> Of(TestSession test, RequestDraft request, string says)
    {
        var created = await test.Arrange(request, says);
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
