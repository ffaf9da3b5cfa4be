using System.Globalization;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Exchanges.Streams;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing.Cleaning;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Testing;

/// <summary>
/// Where one requirement is tested: makes its valid requests, sends them, and keeps the trail of steps. Every
/// random choice comes from the run's seed and the requirement's id, so nothing depends on what runs beside it.
/// </summary>
public sealed class TestSession(
    ApiSession session,
    Requirement requirement,
    Operation operation,
    CancellationToken cancel
)
{
    private readonly StepTrail _trail = new();
    private readonly FinishedCases _cases = new(session, requirement.Id);
    private readonly Draw _draw = session.Draw.For(requirement.Id);
    private int _draws;
    private int _turns;
    private Waiting? _waiting;

    public ApiSession Session => session;

    public Requirement Requirement => requirement;

    /// <summary>The operation that the requirement is about.</summary>
    public Operation Operation => operation;

    /// <summary>Which values were sent from here.</summary>
    public TriedValues Tried { get; } = new();

    /// <summary>Values on which targets once failed the requirement.</summary>
    public ImmutableArray<Sample> Promoted { get; } = session.Promoted.GetValueOrDefault(requirement.Id, []);

    /// <summary>Ends what waits when the run is cancelled.</summary>
    public CancellationToken Cancel => cancel;

    /// <summary>How many requests were sent from here.</summary>
    public int Requests => _turns;

    /// <summary>How many requests the run had sent when a failure first showed here; null where none did.</summary>
    public int? FailedAfterRequests { get; private set; }

    /// <summary>Whether nothing that is sent from here is ever given up, since it is what the others build on.</summary>
    public bool IsUnhurried { get; init; }

    /// <summary>Whether a request from here got no response in its time.</summary>
    public bool WasSilent => Waits.WasSilent;

    /// <summary>Sends what got no response again.</summary>
    internal async Task<Exchange> Repeat(Func<Task<Exchange>> again, Repeating wait)
    {
        Waits.Repeats = wait;
        try
        {
            return await again();
        }
        finally
        {
            Waits.Repeats = null;
        }
    }

    private Waiting Waits =>
        LazyInitializer.EnsureInitialized(
            ref _waiting,
            () =>
                new Waiting(session.Patience, requirement.Group)
                {
                    IsUnhurried = IsUnhurried,
                    OnlyRecords = requirement.Level == Level.May,
                }
        );

    /// <summary>The steps since <see cref="BeginCase"/>, in order.</summary>
    public ImmutableArray<Step> Trail => _trail.InOrder();

    /// <summary>The next independent source of choices; give every value that must be unlike the others its own.</summary>
    public Draw NextDraw() => _draw.For((_draws++).ToString(CultureInfo.InvariantCulture));

    /// <summary>The member of the operation's request with this path.</summary>
    public Member MemberOf(string path) => operation.RequestMembers().First(m => m.Path == path);

    /// <summary>Forgets the trail: what follows stands by itself.</summary>
    public void BeginCase()
    {
        _trail.Clear();
        _cases.Leave();
        Turns?.BeginCase();
    }

    /// <summary>The combinations of dimensions that valid requests are drawn in; null for ordinary requests.</summary>
    internal CombinationTurns? Turns { get; set; }

    /// <summary>Which values of dimensions accepted requests had.</summary>
    public SentPairs Pairs { get; } = new();

    /// <summary>The same for one of many: what the last one made may be deleted, where only so much may exist.</summary>
    public Task NextCase()
    {
        _trail.Clear();
        Turns?.BeginCase();
        return _cases.Next(cancel);
    }

    /// <summary>A valid request with fresh names: required members only, and the given one with its parents.</summary>
    /// <exception cref="CannotArrangeException">A resource that it has to name does not exist.</exception>
    public RequestDraft Valid(Operation of, Member? with = null)
    {
        var draw = NextDraw();
        var request = ValidRequests.Minimal(session.Requests, of, with, draw);
        return Turns?.Next(of.Id) is { } combination
            ? request.In(session.Requests, combination, with, draw.For("combination"))
            : request;
    }

    /// <summary>A valid request with the required members and these, even where the target demands others.</summary>
    /// <exception cref="CannotArrangeException">A resource that it has to name does not exist.</exception>
    public RequestDraft Bare(Operation of, params IReadOnlyCollection<Member> and) =>
        ValidRequests.Minimal(
            session.Requests with
            {
                Demanded = ImmutableSortedDictionary<string, ImmutableArray<Member>>.Empty.Add(of.Id, [.. and]),
            },
            of,
            with: null,
            NextDraw()
        );

    /// <summary>
    /// The request of <see cref="Valid"/> with this member, but without it; where exactly one of several has to be given,
    /// with another one in its place.
    /// </summary>
    /// <exception cref="CannotArrangeException">A resource that it has to name does not exist.</exception>
    public RequestDraft Without(Member member) =>
        Alternatives.OtherThan(operation, member) is { } other
            ? Valid(operation, other)
            : Valid(operation, member).Without(member);

    /// <summary>A valid request with fresh names and every optional member.</summary>
    /// <exception cref="CannotArrangeException">A resource that it has to name does not exist.</exception>
    public RequestDraft Full(Operation of) => ValidRequests.Full(session.Requests, of, NextDraw());

    /// <summary>The same without optional members whose values a target may look up, unless the configuration names them.</summary>
    /// <exception cref="CannotArrangeException">A resource that it has to name does not exist.</exception>
    public RequestDraft FullOfSureValues(Operation of) =>
        ValidRequests.WithoutLookedUp(session.Requests, ValidRequests.Full(session.Requests, of, NextDraw()));

    /// <summary>Sends a request and writes it down.</summary>
    /// <param name="request">The request.</param>
    /// <param name="says">What the step does, in words.</param>
    /// <exception cref="CannotArrangeException">No handler carries this in process, or there is no room for what it makes.</exception>
    /// <exception cref="GaveUpException">The target leaves such requests without a response.</exception>
    /// <remarks>An error that passes is nothing that the request has brought about, but may still show what it must not.</remarks>
    public async Task<Exchange> Send(RequestDraft request, string says)
    {
        var wire = request.ToWire();
        if (!session.TargetClient.CanSend(wire))
            throw new CannotArrangeException(
                SkipReason.NotApplicable,
                $"{says}: the target is called in process, and no handler carries such a request; test it over a network"
            );
        var allowed = Waits.Allow(request.Operation.Id);
        if (!allowed.IsFull)
            wire = wire with { Timeout = allowed.Time };
        var turn = Interlocked.Increment(ref _turns);
        await session.Room.Enter(session, request.Operation, requirement.Id, cancel);
        session.Log.Add(requirement.Id, turn, says, wire, request.Given);
        cancel.ThrowIfCancellationRequested();
        session.Ledger.NoteBegin(request, session.Draw.Prefix, requirement.Id);
        var received = await session.TargetClient.Send(wire, cancel);
        var exchange = Quota.Noted(StreamErrors.Noted(ReadOnce.Of(received), request.Operation), request.Operation);
        session.Ledger.NoteEnd(request, exchange, requirement.Id);
        // What is only shown later is kept short: a trail of whole bodies would fill the memory.
        var step = session.Evidence.Cut(new Step(says, exchange));
        if (exchange.PassingFault is { } fault)
            Watch(request with { IsMeantToFail = true }, exchange with { Response = fault, PassingFault = null });
        if (!exchange.IsPassingFault())
            Watch(request, exchange);
        _trail.Add(turn, step);
        // It is known to be accepted by itself: a rejection is about what else the request is.
        if (request.Combination is { } combination && exchange.Response is not null)
            Pairs.Note(request.Operation.Id, session.Dimensions(request.Operation), combination);
        Waits.Note(request.Operation.Id, allowed, exchange);
        return exchange;

        void Watch(RequestDraft sent, Exchange seen) => session.Watches(requirement, sent, turn, new Step(says, seen));
    }

    /// <summary>
    /// Sends a request that breaks nothing and repeats none, so that what its response identifies is a resource of its own.
    /// Not to be called for several at once.
    /// </summary>
    public async Task<Exchange> SendValid(RequestDraft request, string says)
    {
        var exchange = await Send(request, says);
        if (!exchange.IsAccepted())
            return exchange;
        var step = new Step(says, exchange);
        session.Identifiers.Look(request, requirement.Id, Requests, step, session.Evidence, session.TestingRequests);
        return exchange;
    }

    /// <summary>Sends a valid request, and another with fresh names where the first may conflict with itself.</summary>
    public async Task<Exchange> SendFresh(Func<RequestDraft> valid, string says)
    {
        var exchange = await SendValid(valid(), says);
        return exchange.MayConflictWithItself() ? await SendValid(valid(), $"{says}, with fresh names") : exchange;
    }

    /// <summary>Sends a valid request that has to be accepted before anything can be judged.</summary>
    /// <exception cref="CannotArrangeException">It was not accepted.</exception>
    public async Task<Exchange> Arrange(RequestDraft request, string says)
    {
        var exchange = await SendValid(request, says);
        return exchange.IsAccepted()
            ? exchange
            : throw new CannotArrangeException(
                SkipReason.NotIsolated,
                $"{says} should have been accepted, got {exchange.InWords()}"
            );
    }

    /// <summary>
    /// Why a request without a response says nothing about the target: it was lost by chance, or nothing gets a response any
    /// more. Null where the target lives on and leaves just this request without a response.
    /// </summary>
    public Task<string?> WhyNoResponse(RequestDraft request, Exchange lost) =>
        new MissingResponse(() => Send(request, "the same again"), IsStillThere).WhyByChance(this, lost);

    /// <summary>Null where the target still responds to something; else that it doesn't.</summary>
    internal async Task<string?> IsStillThere() =>
        await Preflight.IsThere(session, cancel) ? null : "no response to other requests either";

    /// <summary>Notes that the target has failed: what is sent from now on only makes the case clearer.</summary>
    /// <param name="afterRequests">Requests that had been sent by then; all so far where null.</param>
    public void NoteFailure(int? afterRequests = null) =>
        FailedAfterRequests ??= afterRequests ?? session.TestingRequests;
}
