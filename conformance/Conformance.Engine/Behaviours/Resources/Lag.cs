using Conformance.Engine.Testing;
using Conformance.Reports;

namespace Conformance.Engine.Behaviours.Resources;

/// <summary>Waits for what a target may show a moment later: no document says how soon all see a change.</summary>
internal static class Lag
{
    // Together one and a half seconds.
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.Zero,
        TimeSpan.FromMilliseconds(100),
        TimeSpan.FromMilliseconds(200),
        TimeSpan.FromMilliseconds(400),
        TimeSpan.FromMilliseconds(800),
    ];

    /// <summary>The first response of which this is true, or the last.</summary>
    /// <param name="test">The test.</param>
    /// <param name="send">Sends the request once more.</param>
    /// <param name="until">What is waited for.</param>
    /// <returns>The response, and how long it was waited for.</returns>
    public static async Task<(Exchange Exchange, TimeSpan Waited)> Wait(
        TestSession test,
        Func<Task<Exchange>> send,
        Func<Exchange, bool> until
    )
    {
        var waited = TimeSpan.Zero;
        var exchange = default(Exchange);
        foreach (var pause in Pauses)
        {
            await Task.Delay(pause, test.Session.Time, test.Cancel);
            waited += pause;
            exchange = await send();
            if (until(exchange))
                break;
        }
        return (exchange!, waited);
    }
}
