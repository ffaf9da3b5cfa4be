using Conformance.Engine.Planning;
using Conformance.Engine.Testing;

namespace Conformance.Engine.Running;

/// <summary>When the requirements of a run have their turn, in the order of its parts.</summary>
/// <param name="First">Promoted ones that nothing may run beside.</param>
/// <param name="Together">Those that run beside each other, and those of the last that send something long before their turn.</param>
/// <param name="Alone">The others that nothing may run beside.</param>
/// <param name="OfResponses">Those about every response, which they have seen by then.</param>
/// <param name="Last">Those about what all others left behind, and the invariants.</param>
internal sealed record Turns(
    ImmutableArray<PlannedRequirement> First,
    ImmutableArray<PlannedRequirement> Together,
    ImmutableArray<PlannedRequirement> Alone,
    ImmutableArray<PlannedRequirement> OfResponses,
    ImmutableArray<PlannedRequirement> Last
)
{
    /// <summary>The turns of these requirements.</summary>
    /// <param name="planned">The requirements of the run.</param>
    /// <param name="whole">Every requirement of the API.</param>
    /// <param name="isFirst">Which of them come before all others.</param>
    public static Turns Of(
        ImmutableArray<PlannedRequirement> planned,
        ImmutableArray<PlannedRequirement> whole,
        Func<PlannedRequirement, bool> isFirst
    )
    {
        var active = planned.RemoveAll(r => r.Watches is not null);
        var watching = planned.RemoveAll(r => r.Watches is null);
        var all = ExecutionOrder.InOrder(active.AddRange(FeedersOf(whole, watching, active)), isFirst);
        var together = all.RemoveAll(r => r.RunsAlone || (r.RunsLast && r.Begins is null));
        return new(
            all.RemoveAll(r => !r.RunsAlone || !isFirst(r)),
            together.RemoveAll(r => r.Responses is not null),
            all.RemoveAll(r => !r.RunsAlone || isFirst(r)),
            together.RemoveAll(r => r.Responses is null),
            // The longer ago something was sent, the more of what comes of it is there.
            [.. all.Where(r => r.RunsLast).OrderBy(r => r.Begins is not null), .. watching]
        );
    }

    /// <summary>An invariant that is selected by itself still has to see the exchanges of its operation.</summary>
    private static IEnumerable<PlannedRequirement> FeedersOf(
        ImmutableArray<PlannedRequirement> whole,
        ImmutableArray<PlannedRequirement> watching,
        ImmutableArray<PlannedRequirement> active
    ) =>
        whole.Where(r =>
            r.Watches is null
            && watching.Any(w => w.Operation.Id == r.Operation.Id)
            && !active.Any(a => a.Operation.Id == r.Operation.Id)
        );
}
