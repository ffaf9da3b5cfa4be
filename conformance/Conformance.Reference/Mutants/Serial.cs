namespace Conformance.Reference.Mutants;

/// <summary>Gives what differs each time, without chance.</summary>
internal sealed class Serial
{
    private int last;

    public int Next() => Interlocked.Increment(ref last);

    public Guid NextGuid() => new(Next(), 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
}
