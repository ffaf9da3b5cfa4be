using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;

namespace Conformance.Apis.Pennsieve;

/// <summary>Which workflow instance a run is of: the one named (D2:17), or the one of its configuration (D2:22).</summary>
internal static class Instances
{
    private const string Member = "responseInstanceMember";

    /// <summary>Two runs of one configuration, however it is written, are runs of one instance: the second finds what the first created.</summary>
    public static async Task<Finding> AreFoundAgain(TestSession test)
    {
        var known = Configurations.Known(test);
        var first = await InstanceOf(test, await test.Arrange(Of(test, known), "a run of a configuration"));
        var cases = 1;
        foreach (var (says, configuration) in Same(known))
        {
            test.BeginCase();
            var run = await test.Arrange(Of(test, configuration), says);
            var found = await InstanceOf(test, run);
            if (first is null || found is null)
                return NotShown(run);
            if (!IsSame(first, found))
                return test.Fails(says, $"the same instance {first}", $"another one, {found}", ++cases);
            cases++;
        }
        return await AtOnce(test, known, cases);
    }

    /// <summary>A configuration that differs in one value is another, and so is its instance.</summary>
    public static async Task<Finding> AreOthersForOthers(TestSession test)
    {
        var known = Configurations.Known(test);
        var run = await test.Arrange(Of(test, known), "a run of a configuration");
        if (await InstanceOf(test, run) is not { } first)
            return NotShown(run);
        var seen = new List<(string Says, JsonObject Configuration, string Instance)>
        {
            ("the known configuration", known, first),
        };
        var rejected = new List<Observation>();
        foreach (var (says, configuration) in Different(test, known))
        {
            // A value that the target looks up and does not find shows nothing.
            var exchange = await test.Send(Of(test, configuration), $"a run of {says}");
            if (!exchange.IsAccepted() || await InstanceOf(test, exchange) is not { } instance)
                rejected.Add(test.Observe("", says, exchange.InWords()));
            else if (seen.Find(s => IsSame(s.Instance, instance)) is { Says: not null } same)
                return test.Fails(
                    $"a run of {says}",
                    $"another instance than that of {same.Says}",
                    instance,
                    seen.Count
                );
            else
                seen.Add((says, configuration, instance));
        }
        return seen.Count > 1
            ? Finding.Passed(seen.Count) with
            {
                Observations = [.. rejected.Take(1)],
            }
            : Finding.Skipped(
                SkipReason.NotObservable,
                "every other configuration was rejected, or shows no instance; name some that work as the fixture "
                    + Configurations.Others
            );
    }

    /// <summary>Where a run shows its instance, it is the one that was named, at once and when it is read.</summary>
    public static async Task<Finding> AreNamed(TestSession test)
    {
        var instance = test.MemberOf(Modes.Instance);
        var request = Runs.With(test, Modes.Instance).Without(test.MemberOf(Modes.Configuration));
        if (await NotNamed(test, request, "a run of an instance", request.TextAt(instance)!) is { } finding)
            return finding;
        if (test.Session.Fixtures.For(Modes.Configuration) is not JsonObject known)
            return Finding.Passed(1);
        test.BeginCase();
        var made = await test.Send(Of(test, known), "a run of a configuration");
        if (!made.IsAccepted() || await InstanceOf(test, made) is not { } found || !Guid.TryParse(found, out _))
            return Finding.Passed(1);
        if (await Contradiction(test, made, "a run of a configuration", found) is { } other)
            return other;
        // What it shows exists now, so that a run can name it.
        var again = request.With(instance, new JsonText(found)) with
        {
            Given = request.Given.Add(found),
        };
        return await NotNamed(test, again, "a run of the instance that the configuration has", found)
            ?? Finding.Passed(3);
    }

    /// <summary>The instance that the response shows, or else the run that is read back.</summary>
    public static async Task<string?> InstanceOf(TestSession test, Exchange created)
    {
        if (RunResponses.Text(test, created, Member) is { } given)
            return given;
        var read = await Runs.ReadBack(test, Runs.IdOf(test, created));
        return read is null ? null : RunResponses.Text(test, read, Member);
    }

    private static IEnumerable<(string Says, JsonValue Configuration)> Same(JsonObject known) =>
        [
            ("another run of the same configuration", known),
            (
                "a run of the same configuration, its members in another order and with white space",
                Configurations.Spaced(Configurations.Reversed(known))
            ),
        ];

    private static IEnumerable<(string Says, JsonObject Configuration)> Different(TestSession test, JsonObject known) =>
        [
            .. Configurations.Declared(test).Select((c, n) => ($"configuration {n + 1} of {Configurations.Others}", c)),
            .. Configurations
                .Varied(known, test.NextDraw())
                .Select(v => ($"the known configuration with {v.Says}", v.Configuration)),
        ];

    /// <summary>Runs at once of a configuration that nobody has used before: whoever looks first and creates then has several.</summary>
    private static async Task<Finding> AtOnce(TestSession test, JsonObject known, int cases)
    {
        var count = test.Session.Profile.AtOnce;
        for (var round = 0; round < test.Session.Profile.Rounds; round++)
        {
            test.BeginCase();
            var request = Of(test, Configurations.WithMore(test, known)) with { IsAtOnceWithOthers = true };
            var runs = await Task.WhenAll(
                Enumerable.Range(1, count).Select(n => test.Send(request, $"run {n} of {count} at once"))
            );
            if (!runs.Any(r => r.IsAccepted()))
                return Finding.Passed(cases) with
                {
                    Observations =
                    [
                        test.Observe(
                            "at-once",
                            "",
                            "runs at once of a configuration with a further member",
                            runs[0].InWords()
                        ),
                    ],
                };
            var instances = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var run in runs.Where(r => r.IsAccepted()))
                if (await InstanceOf(test, run) is { } instance)
                    instances.Add(instance);
            if (instances.Count > 1)
                return test.Fails(
                    $"{count} runs at once of one configuration that is new",
                    "one instance",
                    $"{instances.Count}, such as {string.Join(" and ", instances.Order(StringComparer.Ordinal).Take(2))}",
                    cases
                );
            cases += count;
        }
        return Finding.Passed(cases);
    }

    /// <summary>The failure, or what else is to be said, where such a run does not show this instance.</summary>
    private static async Task<Finding?> NotNamed(TestSession test, RequestDraft request, string says, string instance)
    {
        var run = await test.Arrange(request, says);
        return await InstanceOf(test, run) is null ? NotShown(run) : await Contradiction(test, run, says, instance);
    }

    private static async Task<Finding?> Contradiction(TestSession test, Exchange run, string says, string instance)
    {
        var atOnce = RunResponses.Text(test, run, Member);
        var read = await Runs.ReadBack(test, Runs.IdOf(test, run));
        var later = read is null ? null : RunResponses.Text(test, read, Member);
        var other = new[] { atOnce, later }.FirstOrDefault(shown => shown is not null && !IsSame(shown, instance));
        return other is null ? null : test.Fails(says, $"the instance {instance}", $"another one, {other}");
    }

    private static RequestDraft Of(TestSession test, JsonValue configuration) =>
        Runs.With(test, Modes.Configuration)
            .Without(test.MemberOf(Modes.Instance))
            .With(test.MemberOf(Modes.Configuration), configuration);

    /// <summary>In whatever spelling: a UUID has several.</summary>
    private static bool IsSame(string one, string other) =>
        one.Equals(other, StringComparison.OrdinalIgnoreCase)
        || (Guid.TryParse(one, out var a) && Guid.TryParse(other, out var b) && a == b);

    private static Finding NotShown(Exchange run) =>
        Finding.Skipped(
            SkipReason.NotObservable,
            $"no response tells the run's instance: {run.InWords()}; "
                + $"where it stands under another name, say so with the convention {Member}"
        );
}
