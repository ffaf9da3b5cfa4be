using Conformance.Engine.Exchanges;
using Conformance.Reports;

namespace Conformance.Engine.Testing;

/// <summary>
/// Tells a request that the target leaves without a response from one that was lost by chance: in an outage, on a network
/// that loses connections, on a machine that is busy. The request and a control go out in turn; only where the request
/// never gets a response, and the control always does, is the silence the target's doing.
/// </summary>
/// <param name="Again">Sends the request again.</param>
/// <param name="Control">Sends what has to get a response; gives why it did not, or null where it did.</param>
internal sealed record MissingResponse(Func<Task<Exchange>> Again, Func<Task<string?>> Control)
{
    // An outage that begins and ends just so four times is none.
    private const int Enough = 4;

    // Half of all connections lost: one chance in a million that the request is silent so often, and the control never. It
    // costs no time to see a connection lost.
    private const int EnoughLost = 10;

    // What waits for the whole time each time can't be looked at that often.
    private const int MostTimeoutsByChance = 3;

    /// <summary>How often the request got no response before.</summary>
    public int Seen { get; init; } = 1;

    /// <summary>Why the silence says nothing about the target; null where the target leaves just this request without a response.</summary>
    /// <param name="test">Where it is tested.</param>
    /// <param name="first">The exchange without a response.</param>
    public async Task<string?> WhyByChance(TestSession test, Exchange first)
    {
        if (first.NeverArrived())
            return $"the target could not be reached: {first.InWords()}";
        for (var silences = Seen; silences < Needed(first); silences++)
        {
            if (first.RanOutOfTime() && test.Session.Patience.ByChance >= MostTimeoutsByChance)
                return $"the target leaves requests without a response by chance: {first.InWords()}; see why, and test again";
            // An accusation rests on the full time, twice; what is between shows that others get a response meanwhile.
            var isSecondInFull = Seen == 1 && silences == Needed(first) - 1;
            var again = await test.Repeat(Again, isSecondInFull ? Repeating.InFull : Repeating.Briefly);
            if (again.Response is not null)
                return ByChance(test, $"once {first.InWords()}, then {again.InWords()}");
            if (await Control() is { } silent)
                return ByChance(test, $"the target stopped responding: first {first.InWords()}, then {silent}");
            if (again.NeverArrived())
                return $"the target could not be reached: {again.InWords()}";
        }
        if (first.RanOutOfTime())
            test.Session.Patience.NoteHang();
        return null;
    }

    private static int Needed(Exchange first) => first.RanOutOfTime() ? Enough : EnoughLost;

    private static string ByChance(TestSession test, string why)
    {
        test.Session.Patience.NoteByChance();
        return why;
    }
}
