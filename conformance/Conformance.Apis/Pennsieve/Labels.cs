using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;

namespace Conformance.Apis.Pennsieve;

/// <summary>The run's label: the caller's, or one that the service makes (D2:26).</summary>
public static class Labels
{
    private const string Label = "name";
    private const string Member = "responseLabelMember";
    private const string Default = "run-";
    private const string UnlikeAnIdentifier = "of Monday, Batch_7 (2nd)";

    /// <summary>What a target shows as the label: when the run is created, and when it is read back.</summary>
    /// <param name="AtOnce">Null where the answer shows none.</param>
    /// <param name="IsRead">Whether the run could be read back.</param>
    /// <param name="Later">Null where the run that was read shows none.</param>
    private sealed record Shown(string? AtOnce, bool IsRead, string? Later)
    {
        public string? Any => AtOnce ?? Later;
    }

    /// <summary>
    /// Without a label the run gets one that begins with <c>run-</c>. What an answer shows counts as the label only where
    /// a given one is shown in the same place.
    /// </summary>
    public static async Task<Finding> BeginWithRun(Workbench bench)
    {
        var made = await Of(bench, Runs.Fresh(bench), "a run without a label");
        if (made.Any?.StartsWith(Default, StringComparison.Ordinal) == true)
            return Finding.Passed(1);
        if (made is { AtOnce: null, IsRead: false })
            return NotShown(bench);
        var trail = bench.Trail;
        var request = Given(bench);
        var sent = request.TextAt(bench.MemberOf(Label));
        var twin = await Of(bench, request, "the twin: with a label");
        var isLabel = (made.AtOnce is not null && twin.AtOnce == sent) || (made.IsRead && twin.Later == sent);
        return isLabel
            ? Finding.Failed(
                new("a run without a label", $"a label that begins with {Default}", made.Any ?? "none", trail)
            )
            : Finding.Skipped(
                SkipReason.NotIsolated,
                $"a given label is not shown as {Name(bench)} either, so that nobody can tell what stands there: "
                    + $"{twin.Any ?? "nothing"}; name the member with the convention {Member}"
            );
    }

    /// <summary>A given label is kept: an ordinary one, and one that nobody takes for an identifier.</summary>
    public static async Task<Finding> AreKept(Workbench bench)
    {
        var ordinary = Given(bench);
        var first = await IsKept(bench, ordinary);
        if (first.Outcome != Outcome.Passed)
            return first;
        bench.BeginCase();
        var label = new JsonText($"{ordinary.TextAt(bench.MemberOf(Label))} {UnlikeAnIdentifier}");
        var second = await IsKept(bench, Given(bench).With(bench.MemberOf(Label), label));
        return second with { Cases = first.Cases + second.Cases };
    }

    private static async Task<Finding> IsKept(Workbench bench, RequestDraft request)
    {
        var sent = request.TextAt(bench.MemberOf(Label))!;
        var shown = await Of(bench, request, "a run with a label");
        if (shown.Any is null)
            return NotShown(bench);
        return shown.AtOnce == sent || shown.Later == sent
            ? Finding.Passed(1)
            : bench.Fails($"a run with the label \"{sent}\"", "that label", $"\"{shown.Any}\" as {Name(bench)}");
    }

    /// <summary>An empty label may count as omitted, or be refused (R25).</summary>
    public static async Task<Finding> ObserveEmpty(Workbench bench)
    {
        var request = Runs.Fresh(bench).With(bench.MemberOf(Label), new JsonText(""));
        var created = await bench.Send(request, "a run with an empty label");
        return Finding.Observed(bench.Observe("", "R25", "an empty label", created.InWords()));
    }

    private static RequestDraft Given(Workbench bench) => Runs.With(bench, Label);

    private static async Task<Shown> Of(Workbench bench, RequestDraft request, string says)
    {
        var created = await bench.Arrange(request, says);
        var atOnce = Answers.Text(bench, created, Member);
        var read = await Runs.ReadBack(bench, Runs.IdOf(bench, created));
        return new(atOnce, read is not null, read is null ? null : Answers.Text(bench, read, Member));
    }

    private static Finding NotShown(Workbench bench) =>
        Finding.Skipped(
            SkipReason.NotObservable,
            $"no answer shows {Name(bench)}; where the label stands under another name, "
                + $"say so with the convention {Member}"
        );

    private static string Name(Workbench bench) => bench.Session.Api.ValueOf(Member);
}
