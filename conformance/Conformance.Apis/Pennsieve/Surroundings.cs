using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Schemas;

namespace Conformance.Apis.Pennsieve;

/// <summary>
/// What one member of a request can stand beside: either mode, and each other member. What is right of it alone is right of
/// it there.
/// </summary>
internal static class Surroundings
{
    /// <summary>Requests without the member: those with all others in either mode, and where there is time with each alone.</summary>
    /// <param name="test">Where it is tested.</param>
    /// <param name="about">The member that is tested.</param>
    public static ImmutableArray<(string Says, Func<RequestDraft> Request)> Of(TestSession test, string about)
    {
        var others = Others(test, about);
        var modes = ModesOf(test);
        ImmutableArray<(string Says, Func<RequestDraft> Request)> whole =
        [
            .. modes.Select(mode => (Says: $"{mode.Says} with every other member", Request: Whole(mode.Request))),
        ];
        if (test.Session.Profile.Rounds == 1)
            return [whole[^1]];
        var each =
            from mode in modes
            from member in others
            select ($"{mode.Says} with {member.Name}", (Func<RequestDraft>)(() => With(test, mode.Request(), member)));
        return [.. whole, .. modes.Skip(1), .. each];

        Func<RequestDraft> Whole(Func<RequestDraft> request) =>
            () => others.Aggregate(request(), (r, m) => With(test, r, m));
    }

    /// <summary>A request of each mode that the configuration knows.</summary>
    public static ImmutableArray<(string Says, Func<RequestDraft> Request)> ModesOf(TestSession test)
    {
        var (instance, configuration) = (test.MemberOf(Modes.Instance), test.MemberOf(Modes.Configuration));
        (string, Func<RequestDraft>) one = (
            "of an instance",
            () => Runs.With(test, Modes.Instance).Without(configuration)
        );
        (string, Func<RequestDraft>) other = (
            "of a configuration",
            () => Runs.With(test, Modes.Configuration).Without(instance)
        );
        return test.Session.Fixtures.For(Modes.Configuration) is null ? [one] : [one, other];
    }

    /// <summary>Optional members that have a value which the target takes, or may just not know.</summary>
    private static ImmutableArray<Member> Others(TestSession test, string about) =>
        [
            .. test.Operation.Body.Where(m =>
                m.Path != about
                && !test.Operation.ExactlyOneOf.Contains(m.Name)
                && (m.Role != MemberRole.Known || test.Session.Fixtures.For(m.Path) is not null)
            ),
        ];

    private static RequestDraft With(TestSession test, RequestDraft request, Member member) =>
        Runs.With(test, member.Path).At(member) is { } value ? request.With(member, value) : request;
}
