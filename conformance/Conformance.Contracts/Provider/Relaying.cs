using System.Runtime.ExceptionServices;
using Conformance.Contracts.Provider.States;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Engine.Webhooks;
using Conformance.Reports;

namespace Conformance.Contracts.Provider;

/// <summary>What a relay does for a verifier: brings states about on the target, and hands requests on as the kit's own.</summary>
/// <param name="test">Where the requests are sent from.</param>
/// <param name="inJson">Whether streams are shown as JSON.</param>
public sealed class Relaying(TestSession test, bool inJson)
{
    private readonly Lock _lock = new();
    private BroughtAbout? _state;
    private RequestDraft? _request;
    private Exchange? _exchange;
    private ShownResponse? _shown;
    private ExceptionDispatchInfo? _unsent;

    /// <summary>Brings about what the kit doesn't know; null where nobody does.</summary>
    public BringElsewhere? Elsewhere { get; init; }

    /// <summary>What the interaction looks at; null where nobody knows, and the whole response is handed on.</summary>
    public ExpectedResponse? Expected { get; init; }

    /// <summary>What was shown of the last response that came for an interaction; null where none was.</summary>
    internal ShownResponse? Shown
    {
        get
        {
            lock (_lock)
                return _shown;
        }
    }

    /// <summary>Whether the configuration means the request to fail in the present state.</summary>
    public bool MayFail => _state?.MayFail ?? false;

    /// <summary>The last request that was handed on, with what became of it; null where none was.</summary>
    public (RequestDraft Request, Exchange Exchange)? Last
    {
        get
        {
            lock (_lock)
                return _request is { } request && _exchange is { } exchange ? (request, exchange) : null;
        }
    }

    /// <summary>Brings a state about.</summary>
    /// <exception cref="CannotArrangeException">Nobody knows it, or the target or the configuration does not let it.</exception>
    public async Task<StateReply> Bring(WantedState state)
    {
        if (await StateHandler.Bring(test, state) is { } known)
            return Told.Of(_state = known);
        if (Elsewhere is null)
            throw new CannotArrangeException(SkipReason.MissingFixture, Told.Unknown(state.Name));
        var reply = await Elsewhere(state, test.Cancel);
        return reply.Problem is { } problem
            ? throw new CannotArrangeException(SkipReason.NotIsolated, $"the state '{state.Name}': {problem}")
            : reply;
    }

    /// <summary>Brings a state about, or says why not.</summary>
    public async Task<StateReply> TryBring(WantedState state)
    {
        try
        {
            return await Bring(state);
        }
        catch (CannotArrangeException cannot)
        {
            return new StateReply(null, cannot.Message);
        }
    }

    /// <summary>Throws what kept the last request from being handed on, where something did.</summary>
    /// <exception cref="CannotArrangeException">The request can't be sent to this target.</exception>
    /// <exception cref="GaveUpException">The target leaves such requests without a response.</exception>
    internal void ThrowIfUnsent()
    {
        lock (_lock)
            _unsent?.Throw();
    }

    /// <summary>Hands a request on; null where no response came.</summary>
    public async Task<ReceivedResponse?> Forward(Delivery sent)
    {
        var session = test.Session;
        var request = Forwarding.Of(session.Api, sent, session.HasCredentials) with
        {
            Given = _state?.Given ?? [],
            IsMeantToFail = MayFail,
        };
        if (await Sent(request) is not { } exchange)
            return null;
        var response =
            inJson && request.Operation.Success.Stream is not null && exchange.Response?.Status is >= 200 and < 300
                ? StreamInJson.Of(exchange)
                : exchange.Response;
        var shown = response is not null && Expected is not null ? ShownResponse.Of(response, Expected) : null;
        lock (_lock)
            (_request, _exchange, _shown) = (request, exchange, shown);
        return shown?.Response ?? response;
    }

    /// <summary>What became of it; null where it could not be sent, which the verifier can't be told.</summary>
    private async Task<Exchange?> Sent(RequestDraft request)
    {
        try
        {
            return await test.Send(request, "the request of the contract");
        }
        catch (Exception e) when (e is CannotArrangeException or GaveUpException)
        {
            lock (_lock)
                _unsent = ExceptionDispatchInfo.Capture(e);
            return null;
        }
    }
}
