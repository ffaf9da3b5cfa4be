using System.Text.Json;
using Conformance.Engine.Behaviours.Resources;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Behaviours;

/// <summary>One of several resources beside each other.</summary>
/// <param name="Request">The request that created it.</param>
/// <param name="Created">The response to that.</param>
internal sealed record Neighbour(RequestDraft Request, Exchange Created)
{
    /// <summary>What reading it showed before any of them was changed.</summary>
    public Exchange? Before { get; init; }
}

/// <summary>Several resources whose names hardly differ, and what is wrong with responses about them.</summary>
internal sealed class Neighbours(TestSession test, Resource resource)
{
    private const int Unnamed = 3;

    private readonly List<Neighbour> _all = [];

    public int Judged { get; private set; }

    public async Task<Finding?> AreCreated()
    {
        if (resource.Name is { } name)
        {
            LegalValues.DemandPrefix(test, name);
            var first = resource.Fresh(test);
            await Create(first);
            return await NearNames(name, first.TextAt(name)!);
        }
        for (var n = 0; n < Unnamed; n++)
            await Create(resource.Fresh(test));
        return null;
    }

    private async Task<Finding?> NearNames(Member name, string usual)
    {
        foreach (var near in new[] { $"{usual}x", $"x{usual}", usual[..^1] }.Where(IsLegal))
            if (await IsThereAlready(near) is { } problem)
                return problem;
        string?[] others =
        [
            $"{usual}1",
            LegalValues.InOtherCase(test, name, usual),
            LegalValues.WithAllPunctuation(test, name, usual),
        ];
        foreach (var near in others.OfType<string>())
            if (IsLegal(near) && await CreateBeside(near) is { } problem)
                return problem;
        return null;

        bool IsLegal(string text) => LegalValues.IsLegal(test, name, new JsonText(text));
    }

    /// <summary>Creates one of this name, which is read before.</summary>
    private async Task<Finding?> CreateBeside(string near)
    {
        var early = await Read(Looking(near), $"{near} is read, which was not created");
        var request = resource.Named(test, resource.Fresh(test), near);
        var created = await test.SendValid(request, "another whose name hardly differs");
        if (!created.IsAccepted())
            return null;
        // Names that both exist are two, so that the one was not there yet.
        if (early.IsAccepted())
            return Found(near, early);
        Judged++;
        _all.Add(new(request, created));
        return null;
    }

    private RequestDraft Looking(string near) =>
        resource.Named(resource.Reads!, _all[0].Request, near).Noting(test, near);

    public async Task<Finding?> AreRead()
    {
        for (var n = 0; n < _all.Count; n++)
        {
            var read = resource.About(resource.Reads!, _all[n].Request, _all[n].Created);
            var (shown, _) = await Lag.Wait(test, () => Read(read, "one of several is read"), e => e.IsAccepted());
            if (Wrong(resource.Reads!, _all[n], shown, "reading one of several") is { } wrong)
                return wrong;
            _all[n] = _all[n] with { Before = shown };
        }
        return null;
    }

    /// <summary>One is changed for good: the response is about it, and the others are as before.</summary>
    public async Task<Finding?> AreChanged(Operation? operation, Func<Neighbour, RequestDraft> change)
    {
        if (operation is null || test.Session.Unsupported.Contains(operation.Id) || _all.Count < 2)
            return null;
        var changed = _all[0];
        var exchange = await test.Send(change(changed), $"{operation.Id} for one of several");
        if (!exchange.IsAccepted())
            return null;
        if (Wrong(operation, changed, exchange, $"{operation.Id} for one of several") is { } wrong)
            return wrong;
        _all.RemoveAt(0);
        foreach (var other in _all)
        {
            var read = resource.About(resource.Reads!, other.Request, other.Created);
            var after = await Read(read, "another of them is read");
            if (Wrong(resource.Reads!, other, after, $"reading one after {operation.Id} for another") is { } gone)
                return gone;
            if (StateOf(after) is { } state && StateOf(other.Before!) is { } before && IsEndedBy(before, state))
                return test.Fails(
                    $"reading one after {operation.Id} for another",
                    $"it to be {before} as before",
                    state,
                    Judged
                );
        }
        return null;
    }

    private async Task Create(RequestDraft request) =>
        _all.Add(new(request, await test.Arrange(request, "one of several")));

    private Task<Exchange> Read(RequestDraft request, string says) => test.Send(request, says);

    private async Task<Finding?> IsThereAlready(string near)
    {
        var exchange = await Read(Looking(near), "what was never created is read, whose name hardly differs");
        Judged++;
        return exchange.IsAccepted() ? Found(near, exchange) : null;
    }

    private Finding Found(string near, Exchange exchange) =>
        test.Fails(
            $"reading {near}, which was not created, beside {_all[0].Request.TextAt(resource.Name)}",
            "nothing to be found",
            exchange.InWords(),
            Judged
        );

    /// <summary>What is wrong with a response about this one; null where it is about it.</summary>
    private Finding? Wrong(Operation operation, Neighbour one, Exchange exchange, string says)
    {
        if (exchange.SaysNothing())
            return Finding.Errored($"{says}: {exchange.InWords()}", Judged);
        Judged++;
        if (!exchange.IsAccepted())
            return test.Fails(says, "it to be found", exchange.InWords(), Judged);
        var key = resource.KeyIn(operation, one.Request, one.Created);
        return OtherName(operation, key, exchange) is { } other
            ? test.Fails(says, $"a response about {key}", other, Judged)
            : null;
    }

    private string? OtherName(Operation operation, string key, Exchange exchange)
    {
        UnreadResponseException.ThrowIfUnread(exchange);
        var own = resource.KeyOf(operation)!;
        foreach (var member in operation.Success.Members)
        {
            if (SharedMembers.At(exchange, member.WireName) is not { } value)
                continue;
            var text = value.ValueKind == JsonValueKind.Number ? value.Written() : exchange.Text(member.WireName);
            if (text is not null && !IsRight(member, own, text, key))
                return $"{member.WireName} {text}";
        }
        return null;
    }

    private bool IsRight(Member member, Member own, string text, string key) =>
        member.Role == MemberRole.Locator ? EndsWith(text, key)
        : Names(member, own) ? text == key
        : true;

    /// <summary>Whether the member of a response repeats what the path names the resource by.</summary>
    private bool Names(Member member, Member own) =>
        member.Name == own.Name || member.Path == (resource.IsByName(own) ? resource.Name! : resource.Identifier!).Path;

    private static bool EndsWith(string text, string key) =>
        text == key
        || (
            text.EndsWith(key, StringComparison.Ordinal)
            && !(char.IsLetterOrDigit(text[^(key.Length + 1)]) || "-_".Contains(text[^(key.Length + 1)]))
        );

    /// <summary>The state that a read shows, where an operation could have ended it.</summary>
    private string? StateOf(Exchange read) =>
        resource.Ends is { } ends && Resource.EndIn(ends) is { } state ? read.Text(state.WireName) : null;

    private bool IsEndedBy(string before, string state) =>
        before != state && state == Resource.EndIn(resource.Ends!)!.Ends[^1];
}
