namespace Conformance.Reference.Mutants;

/// <summary>Counts chances, so that what shows rarely shows at the same ones each time.</summary>
/// <param name="times">It comes at every so manieth chance.</param>
internal sealed class EveryNth(int times)
{
    private int count;

    /// <summary>Takes one chance.</summary>
    public bool Comes() => Interlocked.Increment(ref count) % times == 0;
}
