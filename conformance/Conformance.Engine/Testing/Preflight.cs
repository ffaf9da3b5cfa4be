using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing.Cleaning;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Testing;

/// <summary>
/// The first look at a target: one valid request of each documented operation, then a harmless one of each supporting
/// operation. It finds out whether there is anything to judge, and what the requirements can build on.
/// </summary>
internal static class Preflight
{
    private const string Scope = "preflight";

    // Bytes: what is read of a response, and looked at, takes a dozen times as much.
    private const int Large = 512 * 1024;

    // A target that is gone would take the full time for each.
    private const int MostQuestions = 3;

    /// <summary>What was found.</summary>
    /// <param name="Session">The session with what is known now.</param>
    /// <param name="Inconclusive">Why the target can't be judged at all; null when it can.</param>
    public sealed record Result(ApiSession Session, string? Inconclusive);

    /// <summary>Whether it was made by the first look, for all to use.</summary>
    public static bool Made(Created created) => created.Scope.StartsWith($"{Scope}/", StringComparison.Ordinal);

    /// <summary>Looks at the target.</summary>
    public static async Task<Result> Look(ApiSession session, CancellationToken cancel)
    {
        var baselines = new List<Exchange>();
        foreach (var operation in session.Api.Documented.Where(o => !session.Unsupported.Contains(o.Id)))
        {
            var test = Bench(session, operation, cancel);
            if (Valid(test) is not { } request)
                continue;
            var exchange = await test.SendValid(request, $"a valid {operation.Id}");
            baselines.Add(exchange);
            if (!exchange.IsAccepted() && await Demands.Of(test, exchange) is { IsEmpty: false } demanded)
            {
                session = session with { Demanded = session.Demanded.Add(operation.Id, demanded) };
                test = Bench(session, operation, cancel);
                exchange = await test.SendFresh(
                    () => request = test.Valid(operation),
                    $"a valid {operation.Id} with what the target demands"
                );
            }
            session = Learn(session, request, exchange);
        }
        if (Inconclusive(session, baselines) is { } inconclusive)
            return new Result(session, inconclusive);
        session = session with { IsOneAtATime = baselines.Any(b => b.Response?.Body.Bytes.Length > Large) };
        return new Result(await LookAtSupport(session, cancel), null);
    }

    /// <summary>
    /// Whether the target responds to a valid request at all, whatever the response; true where none can be made. The operations
    /// that gave the last responses are asked first: a target that leaves one without a response is still there.
    /// </summary>
    public static async Task<bool> IsThere(ApiSession session, CancellationToken cancel)
    {
        var asked = false;
        foreach (
            var request in Questions(session, cancel)
                .OrderBy(q => session.Patience.SilencesInARow(q.Operation.Id))
                .Take(MostQuestions)
        )
        {
            var test = Bench(session, request.Operation, cancel);
            try
            {
                if ((await test.Send(request, "is the target still there")).Response is not null)
                    return true;
                asked = true;
            }
            catch (NoRoomException)
            {
                // What it would make may not exist: another question tells as much.
            }
        }
        return !asked;
    }

    /// <summary>A valid request of each documented operation, and of each supporting one that the target has.</summary>
    private static IEnumerable<RequestDraft> Questions(ApiSession session, CancellationToken cancel) =>
        session
            .Api.Documented.Where(o => !session.Unsupported.Contains(o.Id))
            .Select(o => Valid(Bench(session, o, cancel)))
            .Concat(session.Api.Operations.Where(o => session.Capabilities.Has(o.Id)).Select(o => Harmless(session, o)))
            .OfType<RequestDraft>();

    /// <summary>A valid request, or null where the configuration does not name what it takes.</summary>
    private static RequestDraft? Valid(TestSession test)
    {
        try
        {
            return test.Valid(test.Operation);
        }
        catch (CannotArrangeException)
        {
            return null;
        }
    }

    private static TestSession Bench(ApiSession session, Operation operation, CancellationToken cancel) =>
        new(
            session,
            new Requirement(
                $"{Scope}/{operation.Id}",
                operation.Api,
                operation.Id,
                RequirementGroup.Kit,
                Level.May,
                [],
                "",
                []
            ),
            operation,
            cancel
        )
        {
            IsUnhurried = true,
        };

    /// <summary>What an accepted request makes known: the value that others can refer to.</summary>
    private static ApiSession Learn(ApiSession session, RequestDraft request, Exchange exchange)
    {
        if (!exchange.IsAccepted())
            return session;
        var known = session.Known;
        if (request.Operation.Playing(MemberRole.UniqueName) is { } name && request.TextAt(name) is { } value)
            known = known.SetItem(new Reference(request.Operation.Id, name.Path), value);
        foreach (var identifier in request.Operation.Success.Members.Where(m => m.Role == MemberRole.Identifier))
            if (exchange.Identifier(identifier) is { } given && GivenIdentifier.MayStandInAUrl(given))
                known = known.SetItem(new Reference(request.Operation.Id, identifier.Path), given);
        return session with { Known = known };
    }

    private static string? Inconclusive(ApiSession session, List<Exchange> baselines)
    {
        if (baselines.Count == 0)
            return null;
        var title = session.Api.Title;
        if (baselines.All(b => b.Failure is not null))
            return $"{title}: the target is out of reach: {baselines[0].InWords()}; check its URL and that it is up{(session.Route.Says is { Length: > 0 } says ? $"; {says}" : "")}";
        if (baselines.All(b => b.Response?.Status is 401 or 403))
            return $"{title}: the target rejects the credentials: {baselines[0].InWords()}; check auth in the configuration";
        if (baselines.All(b => b.Response?.Status is 404 or 405 or 501))
            return $"{title}: nothing at this URL responds to the API's operations: {baselines[0].InWords()}; "
                + $"check the URL's path, or leave the API out with --api{WhatMustExist(session)}";
        if (baselines.All(b => b.Response?.Status is 429))
            return $"{title}: the target throttles every request; lower requestsPerSecond in the configuration";
        if (baselines.All(b => b.Response?.Status is 429 or 502 or 503 or 504))
            return $"{title}: the target is not available: {baselines[0].InWords()}; "
                + "see that what stands behind its URL is up, and test again";
        return null;
    }

    /// <summary>A 404 may also mean that what the requests name does not exist.</summary>
    private static string WhatMustExist(ApiSession session)
    {
        var known = session
            .Api.Documented.SelectMany(o => o.RequestMembers())
            .Where(m => m.Role == MemberRole.Known && session.Fixtures.For(m.Path) is not null)
            .Select(m => m.Path)
            .ToList();
        return known.Count == 0 ? "" : $"; check that these fixtures exist on the target: {string.Join(", ", known)}";
    }

    private static async Task<ApiSession> LookAtSupport(ApiSession session, CancellationToken cancel)
    {
        var found = ImmutableHashSet.CreateBuilder<string>();
        var others = ImmutableDictionary.CreateBuilder<string, string>();
        // At once: a target that leaves them without a response costs the full time only once.
        var looks = session
            .Api.Operations.Where(o =>
                o.Role == OperationRole.Supporting && IsHarmless(o) && !session.Unsupported.Contains(o.Id)
            )
            .Select(o => Harmless(session, o))
            .OfType<RequestDraft>()
            .Select(async request =>
            {
                var test = Bench(session, request.Operation, cancel);
                return (request.Operation.Id, Exchange: await test.Send(request, $"is there a {request.Operation.Id}"));
            });
        foreach (var (id, exchange) in await Task.WhenAll(looks))
            if (exchange.IsAccepted())
                found.Add(id);
            else
                others[id] = exchange.InWords();
        return session with { Capabilities = new Capabilities(found.ToImmutable(), others.ToImmutable()) };
    }

    /// <summary>What only asks for what is there; null where nothing is known to ask for.</summary>
    private static RequestDraft? Harmless(ApiSession session, Operation operation)
    {
        if (Segments(session, operation) is not { } segments)
            return null;
        var given = segments.Values.Where(v => Guid.TryParse(v, out _)).ToImmutableArray();
        return new RequestDraft(operation, segments, operation.Method == "POST" ? JsonValue.Parse("{}") : null)
        {
            Given = given,
        };
    }

    /// <summary>Only reads: a GET, or a list that is asked for by POST.</summary>
    private static bool IsHarmless(Operation operation) =>
        operation.Method == "GET"
        || (operation.Method == "POST" && operation.Success.Members.Any(m => m.Kind == JsonKind.Array));

    private static ImmutableDictionary<string, string>? Segments(ApiSession session, Operation operation)
    {
        var segments = ImmutableDictionary<string, string>.Empty;
        foreach (var parameter in operation.Parameters.Where(p => p.Place == Place.Path))
        {
            var value =
                session.Fixtures.TextFor(parameter.Path)
                ?? (parameter.RefersTo is { } reference ? session.Known.GetValueOrDefault(reference) : null);
            if (value is null)
                return null;
            segments = segments.SetItem(parameter.Name, Octets.Encoded(value));
        }
        return segments;
    }
}
