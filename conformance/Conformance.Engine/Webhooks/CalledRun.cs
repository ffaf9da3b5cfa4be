using System.Text;
using Conformance.Engine.Exchanges;
using Conformance.Generators;
using Conformance.Reports;

namespace Conformance.Engine.Webhooks;

/// <summary>A run that was told to call back.</summary>
/// <param name="Callback">Where it was told to call.</param>
/// <param name="Created">The exchange that created it.</param>
/// <param name="Id">The run's id, where the response gives one.</param>
/// <param name="Members">Where a webhook says what.</param>
public sealed record CalledRun(Callback Callback, Exchange Created, string? Id, WebhookMembers Members)
{
    // Shorter ids turn up in any text by chance.
    private const int LeastLengthToSearch = 12;

    /// <summary>What the run is, in words.</summary>
    public string Says { get; init; } = "a run";

    /// <summary>How far the target's clock is ahead of this machine's, by its response; null where that does not tell.</summary>
    public TimeSpan? TargetIsAhead { get; init; }

    /// <summary>
    /// Whether its callback gets anything but 200 at once, or its creation was sent twice, so that repeats are
    /// the kit's doing.
    /// </summary>
    public bool IsDisturbed { get; init; }

    /// <summary>Whether the target accepted it.</summary>
    public bool IsAccepted => Created.Response is { Status: >= 200 and < 300 };

    /// <summary>Whether the target rejected the only request for it: nothing can have been carried out beside that.</summary>
    public bool IsRejected => Created.Response is { Status: >= 400 and < 500 } && !Created.MayHaveBeenCarriedOut();

    /// <summary>
    /// The webhooks of this run that arrived whole, and what tells its end in a safe method. A target that calls one run's URL for another is wrong about that one; its webhook
    /// must not be held against this run.
    /// </summary>
    public ImmutableArray<Delivery> Own(IEnumerable<Delivery> deliveries) =>
        [.. deliveries.Where(d => (d.IsWebhook || DeliveryChecks.TellsAnEnd(d, Members.Status)) && !NamesAnother(d))];

    /// <summary>What has arrived so far in the place of a webhook of this run.</summary>
    public Misfit Misfit =>
        Callback.Deliveries switch
        {
            [] => Misfit.None,
            var all when all.Any(d => d.Broken is not null) => Misfit.Incomplete,
            var all when all.Any(d => d.IsWebhook) => Misfit.OfAnotherRun,
            _ => Misfit.Question,
        };

    /// <summary>Whether a webhook is about the run of this id, or carries this mark.</summary>
    public static bool IsAbout(Delivery delivery, WebhookMembers members, string? id, string? mark) =>
        (mark is not null && Holds(delivery, mark))
        || (
            id is not null
            && (Named(delivery, members) == id || (id.Length >= LeastLengthToSearch && Holds(delivery, id)))
        );

    private bool NamesAnother(Delivery delivery) =>
        Id is not null
        && Named(delivery, Members) is { } named
        && !named.Contains(Id, StringComparison.OrdinalIgnoreCase)
        && !Holds(delivery, Callback.Token);

    private static string? Named(Delivery delivery, WebhookMembers members) =>
        delivery.Json()?.At(members.Run) switch
        {
            JsonText text => text.Value,
            JsonRaw { IsNumber: true } number => number.Text,
            _ => null,
        };

    private static bool Holds(Delivery delivery, string text) =>
        Encoding.UTF8.GetString(delivery.Body.Span).Contains(text, StringComparison.OrdinalIgnoreCase);
}
