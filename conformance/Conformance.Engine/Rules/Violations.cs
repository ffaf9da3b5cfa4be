using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Rules;

/// <summary>The two ways to test a constraint: legal values at its edge are accepted, values that break it rejected.</summary>
internal static class Violations
{
    /// <summary>Legal values at the constraint's edge are accepted.</summary>
    public static Task<Finding> AreAccepted<TConstraint>(TestSession test, Subject<TConstraint> subject)
        where TConstraint : Constraint
    {
        var (operation, member, constraint) = subject;
        if (KnownNames.Hold(operation, member))
            return KnownNames.AreAccepted(test, subject);
        if (References.IsGiven(test.Session.Api, member))
            return Task.FromResult(
                Finding.Skipped(
                    SkipReason.NotApplicable,
                    $"the service gives the values of {member.Path}: of other legal ones none is known to exist"
                )
            );
        var samples = test.Session.Values.JustInside(member, constraint, test.Tried.From(test.NextDraw()));
        if (samples.IsEmpty && ValidRequests.SureValue(test.Session.Requests, member) is { } sure)
            samples = [new Sample(sure, "sure", "a value that is likely to work")];
        return new AcceptanceCheck(
            () => test.Valid(operation, member),
            [.. test.PromotedBefore(samples).Select(s => WithSureMembers(test, member, Case.Setting(member, s)))]
        )
        {
            Member = member,
            // What is smaller than a legal object or array may lack what it has to have.
            Smaller = member.Members.IsEmpty ? sample => test.Session.Values.Shrink(member, constraint, sample) : null,
            Before = References.MakeExist(test, member),
            Without = constraint is TypeIs ? () => test.Without(member) : null,
        }.Run(test);
    }

    /// <summary>Values that break only this constraint are rejected.</summary>
    public static Task<Finding> AreRejected<TConstraint>(TestSession test, Subject<TConstraint> subject)
        where TConstraint : Constraint
    {
        var (operation, member, constraint) = subject;
        ImmutableArray<Case> alone =
        [
            .. test
                .Promoted.Concat(Breaking(test, member, constraint))
                .Concat(KnownNames.NearMisses(test, member, constraint))
                .Select(s => Case.Setting(member, s)),
            .. Wrapped(test, subject),
        ];
        return new RejectionCheck(
            () => test.Valid(operation, member),
            [.. alone, .. AmongItems.Of(operation, member, alone.Take(test.Session.Profile.Rounds))],
            ExpectedOf(operation, member)
        )
        {
            Member = member,
            Smaller = sample => test.Session.Values.Shrink(member, constraint, sample),
            Before = References.TryToMakeExist(test, member),
        }.Run(test);
    }

    /// <summary>
    /// Values that break only this constraint. Those of a wrong length are few, and a profile of several rounds tries them
    /// again with other characters, so that what shows rarely shows.
    /// </summary>
    private static IEnumerable<Sample> Breaking(TestSession test, Member member, Constraint constraint) =>
        Enumerable
            .Range(0, constraint is MinLength or MaxLength ? test.Session.Profile.Rounds : 1)
            .Select(round => round == 0 ? test.Tried.From(test.NextDraw()) : Again(test.NextDraw()))
            .SelectMany(draw => test.Session.Values.BreakingOnly(member, constraint, draw).Samples)
            .DistinctBy(sample => sample.Value.ToJson());

    /// <summary>What is far beyond a limit shows no more with other characters.</summary>
    private static Draw Again(Draw draw) => draw with { Thoroughness = draw.Thoroughness with { LongestText = 0 } };

    /// <summary>The legal value in another wrapping, where by every interpretation that is none.</summary>
    private static IEnumerable<Case> Wrapped<TConstraint>(TestSession test, Subject<TConstraint> subject)
        where TConstraint : Constraint
    {
        var (operation, member, constraint) = subject;
        if (constraint is not TypeIs || member.Place != Place.Body)
            return [];
        var valid = test.Valid(operation, member);
        return Wrappings
            .Of(valid, member)
            .Where(c =>
                c.Apply(valid).At(member) is { } value && test.Session.Values.IsViolation(member, constraint, value)
            );
    }

    /// <summary>A legal object has legal members: those that a target may look up get values that work.</summary>
    private static Case WithSureMembers(TestSession test, Member member, Case setting) =>
        setting with
        {
            Apply = request =>
                member.Members.Aggregate(
                    setting.Apply(request),
                    (built, inner) => ValidRequests.WithSureValues(test.Session.Requests, built, inner)
                ),
        };

    /// <summary>
    /// An invalid value in the body gets the documented error; the name of something that must exist may as well name
    /// nothing. In the URI it may name nothing, not route at all or be too long for the server.
    /// </summary>
    public static Expectation ExpectedOf(Operation operation, Member member)
    {
        var rejected = Expectation.Rejected(operation, ErrorCause.InvalidInput);
        return member.Place == Place.Path ? rejected.Or(403, 404, 405, 414)
            : member.Role == MemberRole.Known && operation.ErrorFor(ErrorCause.NotFound) is { } unknown
                ? rejected.Or(unknown.Status)
            : rejected;
    }
}
