using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Behaviours.Resources;

/// <summary>Requests with odd texts; once a target rejects those that it may look up, without them.</summary>
internal sealed class OddRequests(TestSession test, Resource resource)
{
    private readonly ImmutableArray<Member> _shared = [.. SharedMembers.Of(resource)];
    private bool _areLookedUp;

    /// <summary>Whether some member takes texts of this kind.</summary>
    public bool Have(OddTexts.Kind kind)
    {
        var full = test.Full(resource.Creation);
        return !OddTexts.WithTexts(test, _shared, full, kind).Equals(full);
    }

    public async Task<(RequestDraft Request, Exchange Created)> Accepted(OddTexts.Kind kind)
    {
        if (!_areLookedUp && _shared.Any(m => m.IsLookedUp))
        {
            var all = OddTexts.WithTexts(test, _shared, test.Full(resource.Creation), kind);
            var created = await test.SendValid(all, $"a request with {kind.Says}");
            if (created.IsAccepted())
                return (all, created);
            _areLookedUp = true;
        }
        var sure = _shared.Where(m => !m.IsLookedUp);
        return await resource.Accepted(test, request => OddTexts.WithTexts(test, sure, request, kind));
    }
}
