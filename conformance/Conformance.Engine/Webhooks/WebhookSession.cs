using System.Collections.Concurrent;
using System.Net;
using Conformance.Engine.Configuration;

namespace Conformance.Engine.Webhooks;

/// <summary>
/// The receiver of a run, started when the first requirement needs it, and what all that need it have to know: whether
/// the target can reach it, how long a webhook may take, and which runs were told to call back.
/// </summary>
/// <param name="configuration">What the configuration says of webhooks; null for nothing.</param>
/// <param name="runId">The run's own id.</param>
/// <param name="target">Base URL of the target.</param>
/// <param name="time">Clock of deadlines and arrivals.</param>
/// <param name="limits">How much the receiver takes; the usual where null.</param>
public sealed class WebhookSession(
    WebhookConfiguration? configuration,
    string runId,
    Uri target,
    TimeProvider time,
    ReceiverOptions? limits = null
) : IAsyncDisposable
{
    private static readonly TimeSpan UsualDeadline = TimeSpan.FromSeconds(30);

    private const StringComparison AnyCase = StringComparison.OrdinalIgnoreCase;

    private readonly ConcurrentBag<CalledRun> _runs = [];
    private readonly Lazy<Task<WebhookReceiver>> _receiver = new(() =>
        WebhookReceiver.Start(
            (limits ?? new ReceiverOptions { RunId = runId }) with
            {
                RunId = runId,
                Listen = Settings(configuration).Listen,
                PublicUrl = Settings(configuration).PublicUrl,
            },
            time,
            CancellationToken.None
        )
    );
    private readonly ConcurrentDictionary<Misfit, bool> _learned = [];
    private volatile bool _isGivenUp;

    /// <summary>Whether nothing can keep the target from reaching the receiver: it is the kit's own.</summary>
    public bool IsSurelyReached { get; init; }

    /// <summary>The key that webhooks are signed with; null where the configuration names none.</summary>
    public WebhookKey? Key { get; init; }

    /// <summary>How long a webhook may take from the acceptance of its run.</summary>
    public TimeSpan Deadline =>
        configuration?.DeadlineSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : UsualDeadline;

    /// <summary>Whether the configuration says that no webhook takes longer.</summary>
    public bool IsDeadlineDeclared => configuration?.DeadlineSeconds is not null;

    /// <summary>Clock of deadlines and arrivals.</summary>
    public TimeProvider Time => time;

    /// <summary>Why the target can't be told where to call, and what to do; null where it can.</summary>
    public string? WhyNot =>
        Settings(configuration).PublicUrl is not null
        || target.IsLoopback
        || !IPAddress.IsLoopback(Settings(configuration).Listen.Address)
            ? null
            : $"the target at {target.Authority} can't call this machine at {Settings(configuration).Listen.Address}; "
                + "name the URL under which it can as webhook.publicUrl";

    /// <summary>Whether anything has arrived yet that the target must have sent.</summary>
    public bool HasHeard =>
        _receiver is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true, Result: var receiver } }
        && (
            receiver.Callbacks.Any(c => c.Count > 0)
            || receiver.Callbacks.Any(c => receiver.Misdirected.Any(m => m.Target.Contains(c.Token, AnyCase)))
        );

    /// <summary>Whether silence is the target's doing.</summary>
    public bool IsReached => IsSurelyReached || HasHeard;

    /// <summary>Whether somebody waited a whole deadline for the first webhook of the run, in vain.</summary>
    public bool IsGivenUp => _isGivenUp && !IsReached;

    /// <summary>The runs that were told to call back, by their callback's token.</summary>
    public ImmutableArray<CalledRun> Runs => [.. _runs.OrderBy(r => r.Callback.Token, StringComparer.Ordinal)];

    /// <summary>The receiver, which listens from the first call on.</summary>
    /// <exception cref="ConfigurationException">The address can't be listened on.</exception>
    public Task<WebhookReceiver> Receiver() => _receiver.Value;

    /// <summary>Remembers a run that was told to call back.</summary>
    public void Note(CalledRun run) => _runs.Add(run);

    /// <summary>Says that the first webhook of the run was waited for in vain: others need not wait as long.</summary>
    public void GiveUp() => _isGivenUp = true;

    /// <summary>Says that a whole deadline was waited in vain after a delivery that is no webhook of its run.</summary>
    public void Learn(Misfit misfit) => _learned[misfit] = true;

    /// <summary>Whether somebody waited so in vain already: others need not wait as long.</summary>
    public bool HasLearned(Misfit misfit) => _learned.ContainsKey(misfit);

    /// <summary>Stops listening, where it listens.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_receiver.IsValueCreated)
            return;
        try
        {
            var receiver = await _receiver.Value;
            await receiver.DisposeAsync();
        }
        catch (ConfigurationException)
        {
            // It never listened, which those were told who asked for it.
        }
    }

    private static WebhookConfiguration Settings(WebhookConfiguration? configuration) => configuration ?? new();
}
