using Conformance.Engine.Behaviours.Resources;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Testing;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Behaviours;

/// <summary>What was created can be read back as it was sent, where the target has the operation for it.</summary>
internal static class ReadBack
{
    public static readonly Scenario Shows = new("state/read-shows-what-was-created", ShowsWhatWasCreated)
    {
        Lacks = Lacking.Reading,
        Across = Across.None,
    };

    public static async Task<Finding> ShowsWhatWasCreated(TestSession test)
    {
        var resource = Resource.Of(test);
        Creating.DemandSupported(test, resource.Creation);
        if (Support.WhyNot(test, resource.Reads!) is { } why)
            return Finding.Skipped(SkipReason.NotObservable, why);
        var reading = new Reading(test, resource);
        return await EveryMember(test, resource, reading)
            ?? await OneByOne(test, resource, reading)
            ?? await LeftOut(test, resource, reading)
            ?? Finding.Passed(reading.Compared) with
            {
                Observations = reading.Lags,
            };
    }

    /// <summary>Requests with every member, and a plain one before and after the first: what it lacks was in another's request.</summary>
    private static async Task<Finding?> EveryMember(TestSession test, Resource resource, Reading reading)
    {
        var plain = resource.Fresh(test);
        var before = await reading.Show(plain, await test.Arrange(plain, "a request with required members alone"));
        if (reading.Problem(plain, before) is { } wrong)
            return wrong;
        var texts = new OddRequests(test, resource);
        var (full, created) = await texts.Accepted(OddTexts.OfAllKinds);
        if (reading.Problem(full, await reading.Show(full, created)) is { } problem)
            return problem;
        plain = resource.Fresh(test);
        var after = await reading.Show(plain, await test.Arrange(plain, "another with required members alone"));
        if (reading.Problem(plain, after) is { } late)
            return late;
        foreach (var (member, path, sent) in SharedMembers.Shown(resource, full, created))
            if (IsOfAnother(member, path, sent))
                return test.Fails(
                    $"reading back a resource without {member.Path}",
                    $"no {member.Path} of another request",
                    sent.ToJson()
                );
        return null;

        // Only a text that nobody else has can't be a default; what was shown before as well may be one.
        bool IsOfAnother(Member member, string path, Generators.JsonValue sent) =>
            sent is Generators.JsonText { Value.Length: >= LeastOwn }
            && plain.At(member) is null
            && member.Role == MemberRole.Plain
            && SharedMembers.At(after.Exchange, path) is { } shown
            && SharedMembers.IsSame(sent, shown)
            && !(SharedMembers.At(before.Exchange, path) is { } earlier && SharedMembers.IsSame(sent, earlier));
    }

    // Characters; shorter texts come by chance.
    private const int LeastOwn = 8;

    /// <summary>Texts of one kind after the other.</summary>
    private static async Task<Finding?> OneByOne(TestSession test, Resource resource, Reading reading)
    {
        var texts = new OddRequests(test, resource);
        // Each costs two requests: of the smallest profile's third another third.
        foreach (var kind in Portion.Of(test, Portion.Of(test, OddTexts.OneByOne.Where(texts.Have))))
        {
            test.BeginCase();
            var (request, created) = await texts.Accepted(kind);
            if (reading.Problem(request, await reading.Show(request, created)) is { } problem)
                return problem;
        }
        return null;
    }

    /// <summary>Each optional member alone, and each two of them together.</summary>
    private static async Task<Finding?> LeftOut(TestSession test, Resource resource, Reading reading)
    {
        if (test.Session.Profile.Rounds == 1)
            return null;
        foreach (var kept in Subsets(OptionalOf(resource.Creation)))
        {
            test.BeginCase();
            var request = OptionalOf(resource.Creation)
                .Where(m =>
                    !kept.Any(k => k.Path == m.Path || k.Path.StartsWith($"{m.Path}.", StringComparison.Ordinal))
                )
                .Aggregate(test.Full(resource.Creation), (r, m) => r.Without(m));
            var created = await test.SendValid(
                request,
                $"a request with {string.Join(" and ", kept.Select(m => m.Path))}"
            );
            if (created.IsAccepted() && reading.Problem(request, await reading.Show(request, created)) is { } problem)
                return problem;
        }
        return null;
    }

    private static ImmutableArray<Member> OptionalOf(Operation operation) =>
        [
            .. operation
                .Body.SelectMany(m => m.SelfAndBelow())
                .Where(m => m.Find<Optional>() is not null && !m.Path.Contains("[]", StringComparison.Ordinal)),
        ];

    private static IEnumerable<ImmutableArray<Member>> Subsets(ImmutableArray<Member> members)
    {
        for (var one = 0; one < members.Length; one++)
        {
            yield return [members[one]];
            for (var other = one + 1; other < members.Length; other++)
                yield return [members[one], members[other]];
        }
    }
}
