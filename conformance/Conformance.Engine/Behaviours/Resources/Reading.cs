using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Reports;

namespace Conformance.Engine.Behaviours.Resources;

/// <summary>Reads what was created, and holds it against the request.</summary>
internal sealed class Reading(TestSession test, Resource resource)
{
    private readonly List<Observation> _lags = [];

    /// <summary>What was created, and what a read of it shows.</summary>
    public sealed record Shown(Exchange Created, Exchange Exchange);

    /// <summary>How many members were compared.</summary>
    public int Compared { get; private set; }

    /// <summary>How long what was created had to be waited for, where it was; the first time alone.</summary>
    public ImmutableArray<Observation> Lags => [.. _lags.Take(1)];

    public async Task<Shown> Show(RequestDraft request, Exchange created)
    {
        var read = resource.About(resource.Reads!, request, created);
        // Until then a target may only not have come round to it.
        var missing = UnknownResources.Expected(resource, resource.Reads!);
        var (shown, waited) = await Lag.Wait(
            test,
            () => test.Send(read, "what was created is read back"),
            exchange => !missing.IsMetBy(exchange)
        );
        if (waited > TimeSpan.Zero && shown.IsAccepted())
            _lags.Add(
                test.Observe("lag", "how soon it is found", $"{waited.TotalMilliseconds:0} ms after its creation")
            );
        return new(created, shown);
    }

    /// <summary>What is wrong with that; null where it is what was sent.</summary>
    public Finding? Problem(RequestDraft request, Shown read)
    {
        var shown = read.Exchange;
        if (shown.SaysNothing())
            return Finding.Errored($"reading back what was created: {shown.InWords()}");
        if (!shown.IsAccepted())
            return test.Fails("reading back what was created", "it to be found", shown.InWords());
        UnreadResponseException.ThrowIfUnread(shown);
        if (shown.Json() is not { ValueKind: System.Text.Json.JsonValueKind.Object })
            return test.Fails("reading back what was created", "a JSON object", shown.InWords());
        Compared += SharedMembers.Shown(resource, request, read.Created).Length;
        return SharedMembers.Difference(resource, request, read.Created, shown) is var (wrong, saw)
            ? test.Fails($"reading back {wrong.Path}", $"{wrong.Sent.ToJson()} as sent or given", saw)
            : null;
    }
}
