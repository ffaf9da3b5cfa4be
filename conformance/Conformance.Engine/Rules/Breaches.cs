using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Engine.Rules;

/// <summary>The two ways to prove a constraint: legal values at its edge are accepted, values that break it refused.</summary>
public static class Breaches
{
    /// <summary>Legal values at the constraint's edge are accepted.</summary>
    public static Task<Finding> AreAccepted<TConstraint>(Workbench bench, Subject<TConstraint> subject)
        where TConstraint : Constraint
    {
        var (operation, member, constraint) = subject;
        if (KnownNames.Hold(operation, member))
            return KnownNames.AreAccepted(bench, subject);
        var samples = bench.Session.Values.JustInside(member, constraint, bench.Tried.From(bench.NextDraw()));
        if (samples.IsEmpty && ValidRequests.SureValue(bench.Session.Requests, member) is { } sure)
            samples = [new Sample(sure, "sure", "a value that is likely to work")];
        return new AcceptanceProof(
            () => bench.Valid(operation, member),
            [.. bench.PromotedBefore(samples).Select(s => WithSureMembers(bench, member, Case.Setting(member, s)))]
        )
        {
            Member = member,
            // What is smaller than a legal object or array may lack what it has to have.
            Smaller = member.Members.IsEmpty ? sample => bench.Session.Values.Shrink(member, constraint, sample) : null,
            Before = References.MakeExist(bench, member),
            Without = constraint is TypeIs ? () => bench.Without(member) : null,
        }.Prove(bench);
    }

    /// <summary>Values that break only this constraint are refused.</summary>
    public static Task<Finding> AreRefused<TConstraint>(Workbench bench, Subject<TConstraint> subject)
        where TConstraint : Constraint
    {
        var (operation, member, constraint) = subject;
        return new RefusalProof(
            () => bench.Valid(operation, member),
            [
                .. bench
                    .Promoted.Concat(Breaking(bench, member, constraint))
                    .Concat(KnownNames.NearMisses(bench, member, constraint))
                    .Select(s => Case.Setting(member, s)),
                .. Wrappings.Of(bench.Valid(operation, member), member, constraint),
            ],
            ExpectedOf(operation, member)
        )
        {
            Member = member,
            Smaller = sample => bench.Session.Values.Shrink(member, constraint, sample),
            Before = References.TryToMakeExist(bench, member),
        }.Prove(bench);
    }

    /// <summary>
    /// Values that break only this constraint. Those of a wrong length are few, and a profile of several rounds tries them
    /// again with other characters, so that what shows rarely shows.
    /// </summary>
    private static IEnumerable<Sample> Breaking(Workbench bench, Member member, Constraint constraint) =>
        Enumerable
            .Range(0, constraint is MinLength or MaxLength ? bench.Session.Profile.Rounds : 1)
            .Select(round => round == 0 ? bench.Tried.From(bench.NextDraw()) : bench.NextDraw())
            .SelectMany(draw => bench.Session.Values.BreakingOnly(member, constraint, draw).Samples)
            .DistinctBy(sample => sample.Value.ToJson());

    /// <summary>A legal object has legal members: those that a target may look up get values that work.</summary>
    private static Case WithSureMembers(Workbench bench, Member member, Case setting) =>
        setting with
        {
            Apply = request =>
                member.Members.Aggregate(
                    setting.Apply(request),
                    (built, inner) => ValidRequests.WithSureValues(bench.Session.Requests, built, inner)
                ),
        };

    /// <summary>
    /// An invalid value in the body gets the documented error; the name of something that must exist may as well name
    /// nothing. In the URI it may name nothing (reading R15), not route at all (R3) or be too long for the server (R34).
    /// </summary>
    public static Expectation ExpectedOf(Operation operation, Member member)
    {
        var refused = Expectation.Refused(operation, ErrorCause.InvalidInput);
        return member.Place == Place.Path ? refused.Or(403, 404, 405, 414)
            : member.Role == MemberRole.Known && operation.ErrorFor(ErrorCause.NotFound) is { } unknown
                ? refused.Or(unknown.Status)
            : refused;
    }
}
