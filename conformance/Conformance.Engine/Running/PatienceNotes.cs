using System.Globalization;
using Conformance.Engine.Testing;
using Conformance.Schemas;

namespace Conformance.Engine.Running;

/// <summary>What a run did not try to the end on a target that leaves requests without a response.</summary>
internal static class PatienceNotes
{
    /// <summary>One sentence where something was given up, none where nothing was.</summary>
    public static IEnumerable<string> Of(Api api, Patience patience)
    {
        if (patience.GivenUp == 0)
            yield break;
        var requirements =
            patience.GivenUp == 1 ? "1 requirement was" : $"{Number(patience.GivenUp)} requirements were";
        var seconds = patience.Full.Time.TotalSeconds.ToString("0.##", CultureInfo.InvariantCulture);
        yield return $"{api.Title}: {requirements} given up, because the target left {Number(patience.FullSilences)} requests "
            + $"without a response in {seconds} s each; which ones depends on timing, and so does requestsDigest. "
            + "Mend what hangs, or allow more with limits.requestTimeoutSeconds, and run again.";
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
