using Conformance.Engine.Behaviours.Resources;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Behaviours;

/// <summary>What does not exist can't be read or deleted.</summary>
internal static class UnknownResources
{
    public static readonly Scenario AreNotFound = new("not-found/unknown-resource", AreRejected)
    {
        Lacks = Lacking.NotFound,
    };

    /// <summary>The operations that read or delete the resource and document what they say where there is none.</summary>
    public static IEnumerable<Operation> Asked(Resource resource, Operation operation) =>
        new[] { resource.Reads, resource.Deletes }
            .OfType<Operation>()
            .Where(o => resource.KeyOf(operation) is null || o.Id == operation.Id)
            .Where(o => Documented(o) is not null);

    private static ErrorResponse? Documented(Operation operation) =>
        operation.ErrorFor(ErrorCause.NotFound) ?? operation.Errors.FirstOrDefault(e => e.Status == 404);

    public static async Task<Finding> AreRejected(TestSession test)
    {
        var resource = Resource.Of(test);
        var judged = 0;
        var left = new List<string>();
        foreach (var operation in Asked(resource, test.Operation))
            for (var round = 0; round < test.Session.Profile.Rounds; round++)
            {
                await test.NextCase();
                var request = resource.Fresh(test);
                if (await WhyNotAsked(test, resource, operation, request) is { } why)
                {
                    left.Add(why);
                    break;
                }
                var unknown = Unknown(test, resource, operation, request);
                var exchange = await test.Send(unknown, $"{operation.Id} for what was never created");
                if (exchange.SaysNothing())
                    return Finding.Errored(
                        $"{operation.Id} for what was never created got {exchange.InWords()}",
                        judged
                    );
                judged++;
                var expected = Expected(resource, operation);
                if (!expected.IsMetBy(exchange))
                    return test.Fails(
                        $"{operation.Id} for what was never created",
                        expected.Says,
                        exchange.InWords(),
                        judged
                    );
            }
        return judged > 0 ? Finding.Passed(judged) : Finding.Skipped(SkipReason.NotObservable, string.Join("; ", left));
    }

    /// <summary>The documented error; an identifier whose form no document gives may also be ill-formed.</summary>
    public static Expectation Expected(Resource resource, Operation operation)
    {
        var error = Documented(operation);
        var expected = error is null
            ? new Expectation("404", [404])
            : new Expectation($"{error.Status} {error.Name}", [error.Status]);
        var key = resource.KeyOf(operation)!;
        return resource.IsByName(key) || key.Find<Pattern>() is not null ? expected : expected.Or(400);
    }

    /// <summary>The control: what exists is found. Why it could not be seen, in words; null where it is so.</summary>
    private static async Task<string?> WhyNotAsked(
        TestSession test,
        Resource resource,
        Operation operation,
        RequestDraft request
    )
    {
        var isDeletion = operation.Method == "DELETE";
        // Whether there is a deletion is seen by deleting.
        if (!isDeletion && Support.WhyNot(test, operation) is { } why)
            return why;
        Creating.DemandSupported(test, operation);
        Creating.DemandSupported(test, resource.Creation);
        var created = await test.Arrange(request, "a resource that exists");
        var (found, _) = await Lag.Wait(
            test,
            () => test.Send(resource.About(operation, request, created), $"the control: {operation.Id} for it"),
            exchange => exchange.EffectiveStatus() != Documented(operation)?.Status
        );
        return found.IsAccepted() ? null : $"{operation.Id} for what exists got {found.InWords()}";
    }

    private static RequestDraft Unknown(TestSession test, Resource resource, Operation operation, RequestDraft sibling)
    {
        var key = resource.KeyOf(operation)!;
        var naming = resource.IsByName(key) ? resource.Name! : key;
        if (UnusedNumber.Of(naming, test.NextDraw()) is { } number)
            return resource.Named(operation, sibling, number.Value).Noting(test, number.Value);
        LegalValues.DemandRoom(test, naming);
        var unknown = LegalValues.Fresh(test, naming);
        return resource.Named(operation, sibling, unknown).Noting(test, unknown);
    }
}
