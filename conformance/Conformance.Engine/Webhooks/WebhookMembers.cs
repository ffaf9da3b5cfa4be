namespace Conformance.Engine.Webhooks;

/// <summary>Where a webhook's body says what: no document shows the body, so the configuration's conventions tell.</summary>
/// <param name="Status">Path of the run's status.</param>
/// <param name="Run">Path of the run's id.</param>
/// <param name="Context">Path of the caller's context.</param>
public sealed record WebhookMembers(string Status, string Run, string Context);
