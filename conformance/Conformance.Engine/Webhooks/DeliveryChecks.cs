using Conformance.Engine.Exchanges;
using Conformance.Generators;

namespace Conformance.Engine.Webhooks;

/// <summary>
/// What a delivery shows of one duty. Nothing is asked for and nothing is sent: from the same deliveries comes the same
/// response.
/// </summary>
internal static class DeliveryChecks
{
    /// <summary>The statuses at which a run ends (D2:57).</summary>
    public static readonly ImmutableArray<string> TerminalStatuses = ["SUCCEEDED", "FAILED", "CANCELED"];

    /// <summary>It is POSTed (D2:57).</summary>
    public static CheckResult IsPosted(Delivery delivery) =>
        CheckResult.At(delivery.Method == "POST" ? null : $"a {delivery.Method} request");

    /// <summary>Its body is JSON and says so.</summary>
    public static CheckResult IsJson(Delivery delivery)
    {
        if (!delivery.IsLegible)
            return default;
        if (delivery.Json() is null)
            return CheckResult.At($"a body that is no JSON: {delivery.InWords()}");
        if (delivery.Values("Content-Type") is not [var type])
            return CheckResult.At($"{delivery.Values("Content-Type").Length} headers Content-Type");
        var media = type.Split(';')[0].Trim();
        var isJson =
            media.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || media.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
        return CheckResult.At(isJson ? null : $"content type {type}");
    }

    /// <summary>The run has ended; a body without the member shows nothing, since no document names it.</summary>
    public static CheckResult IsTerminal(Delivery delivery, string statusMember)
    {
        var status = delivery.Json()?.At(statusMember);
        return status switch
        {
            null => default,
            JsonText text when TerminalStatuses.Contains(text.Value) => CheckResult.At(null),
            _ => CheckResult.At($"{statusMember} {status.ToJson()}"),
        };
    }

    /// <summary>
    /// It tells that a run has ended, in its body or in its query. Whoever asks whether there is a receiver has no reason to:
    /// whatever its method, it is meant as the webhook.
    /// </summary>
    public static bool TellsAnEnd(Delivery delivery, string statusMember) =>
        delivery.Broken is null
        && (
            IsTerminal(delivery, statusMember) is { IsShown: true, Problem: null }
            || delivery.Target.Split('?', 2) is [_, var query]
                && query.Split('&').Any(pair => TerminalStatuses.Contains(pair.Split('=', 2)[^1]))
        );

    /// <summary>The run has ended in this way.</summary>
    public static CheckResult HasEndedAs(Delivery delivery, string statusMember, string expected) =>
        IsTerminal(delivery, statusMember) is { IsShown: true, Problem: null }
        && delivery.Text(statusMember) is { } status
        && status != expected
            ? CheckResult.At($"{statusMember} \"{status}\"")
            : IsTerminal(delivery, statusMember);

    /// <summary>
    /// The context comes back as it was sent. It counts wherever it stands in the body, which no document shows; where none
    /// was sent, the member is absent or null.
    /// </summary>
    public static CheckResult HasContext(Delivery delivery, string contextMember, JsonValue? sent)
    {
        if (!delivery.IsLegible)
            return default;
        if (delivery.Json() is not { } body)
            return CheckResult.At(sent is null ? null : $"a body that is no JSON: {delivery.InWords()}");
        var came = body.At(contextMember);
        if (sent is null)
            return CheckResult.At(came is null or JsonRaw { IsNull: true } ? null : $"{contextMember} {came.ToJson()}");
        if (came is not null)
            return CheckResult.At(Changes(sent, came).FirstOrDefault(c => !c.IsOnlyPrecision)?.InWords());
        return CheckResult.At(
            Below(body).Any(value => Changes(sent, value).All(c => c.IsOnlyPrecision))
                ? null
                : $"no {contextMember} in {delivery.InWords()}"
        );
    }

    /// <summary>What became of numbers that JSON libraries with doubles can't hold: recorded, never judged.</summary>
    public static ImmutableArray<JsonDifference> PrecisionLost(
        Delivery delivery,
        string contextMember,
        JsonValue sent
    ) => delivery.Json()?.At(contextMember) is { } came ? [.. Changes(sent, came).Where(c => c.IsOnlyPrecision)] : [];

    /// <summary>
    /// The deliveries that say something of their own, in order. The same again is at-least-once delivery, and what
    /// did not arrive whole, or only asked, was none.
    /// </summary>
    public static ImmutableArray<Delivery> Distinct(this IEnumerable<Delivery> deliveries) =>
        deliveries
            .Where(d => d.IsWebhook)
            .Aggregate(
                ImmutableArray<Delivery>.Empty,
                (distinct, next) => distinct.Any(d => d.SaysTheSameAs(next)) ? distinct : distinct.Add(next)
            );

    private static IEnumerable<JsonDifference> Changes(JsonValue sent, JsonValue came) =>
        JsonDifference.Between(sent, came);

    private static IEnumerable<JsonValue> Below(JsonValue value) =>
        value switch
        {
            JsonObject members => members.Properties.SelectMany(p => Below(p.Value)).Prepend(value),
            JsonArray items => items.Items.SelectMany(Below).Prepend(value),
            _ => [value],
        };
}
