using Conformance.Engine.Behaviours.Resources;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Testing;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Behaviours;

/// <summary>That something was not there once is no reason not to find it later.</summary>
internal static class NotRemembered
{
    private const int MostRounds = 2;

    public static readonly Scenario IsFoundLater = new("not-found/is-not-remembered", FoundOnceItIsThere)
    {
        Lacks = Lacking.NamedReference,
    };

    /// <summary>A name is asked for before it exists, then created, then used.</summary>
    public static async Task<Finding> FoundOnceItIsThere(TestSession test)
    {
        var reference = Lacking
            .References(test.Session.Api, test.Operation)
            .Last(p => Resource.ReferredTo(test.Session.Api, p)!.IsByName(p));
        var parent = Resource.ReferredTo(test.Session.Api, reference)!;
        Creating.DemandSupported(test, parent.Creation);
        LegalValues.DemandRoom(test, parent.Name!);
        var rounds = Math.Min(MostRounds, test.Session.Profile.Rounds);
        for (var round = 1; round <= rounds; round++)
        {
            test.BeginCase();
            var creation = parent.Fresh(test);
            var name = creation.TextAt(parent.Name)!;
            if (parent.Reads is { } reads && Support.WhyNot(test, reads) is null)
                await test.Send(parent.Named(reads, creation, name), "what is not there yet is read");
            var early = await test.Send(test.Valid(test.Operation).In(test, reference, name), "a request in it");
            if (early.SaysNothing())
                return Finding.Errored($"a request in what is not there got {early.InWords()}", round);
            if (early.IsAccepted())
                return Finding.Skipped(SkipReason.NotIsolated, "what is not there is found");
            await test.Arrange(creation, "it is created");
            var (late, _) = await Lag.Wait(
                test,
                () =>
                    test.Send(
                        test.Valid(test.Operation).In(test, reference, name),
                        "a request in it, once it is there"
                    ),
                exchange => exchange.IsAccepted()
            );
            if (late.SaysNothing())
                return Finding.Errored($"a request in what is there got {late.InWords()}", round);
            if (!late.IsAccepted())
                return await IsOtherFound(test, reference)
                    ? test.Fails(
                        "a request in a resource that was asked for before it existed",
                        "it to be accepted",
                        late.InWords(),
                        round
                    )
                    : Finding.Skipped(SkipReason.NotIsolated, $"no new resource is found: {late.InWords()}", round);
        }
        return Finding.Passed(rounds);
    }

    /// <summary>The control: one that nobody asked for before is found.</summary>
    private static async Task<bool> IsOtherFound(TestSession test, Member reference)
    {
        var other = await Creating.OwnParent(test, reference);
        var inside = test.Valid(test.Operation).In(test, reference, other);
        return (await test.Send(inside, "the control: a request in another new one")).IsAccepted();
    }
}
