namespace Conformance.Engine.Testing.Cleaning;

/// <summary>What the finished cases of one requirement made: deleted as it goes on, where only so much may exist at once.</summary>
/// <param name="session">The session.</param>
/// <param name="scope">The requirement.</param>
internal sealed class FinishedCases(ApiSession session, string scope)
{
    // Below what every requirement may have at once.
    private const int FewAtOnce = 4;

    private readonly List<(int From, int To)> _ended = [];
    private int? _began;

    /// <summary>What is made from now on may be needed to the end.</summary>
    public void Leave() => _began = null;

    /// <summary>What was made since the last call of this kind is not needed any more.</summary>
    public async Task Next(CancellationToken cancel)
    {
        if (session.Ledger.Occupancy.Most is not null)
            await End(cancel);
        _began = session.Ledger.Next;
    }

    private async Task End(CancellationToken cancel)
    {
        if (_began is { } began)
            _ended.Add((began, session.Ledger.Next));
        if (_ended.Count == 0 || session.Ledger.Occupancy.HeldBy(scope) <= FewAtOnce)
            return;
        var made = session
            .Ledger.MadeFor(scope)
            .Where(e => _ended.Any(@case => e.Number >= @case.From && e.Number < @case.To));
        await session.Disposal.Delete(session, made, cancel);
        _ended.Clear();
    }
}
