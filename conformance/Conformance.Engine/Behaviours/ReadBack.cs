using Conformance.Engine.Behaviours.Resources;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Reports;

namespace Conformance.Engine.Behaviours;

/// <summary>What was created can be read back as it was sent, where the target has the operation for it.</summary>
internal static class ReadBack
{
    public static readonly Scenario Shows = new("state/read-shows-what-was-created", ShowsWhatWasCreated)
    {
        Lacks = Lacking.Reading,
    };

    public static async Task<Finding> ShowsWhatWasCreated(TestSession test)
    {
        var resource = Resource.Of(test);
        Creating.DemandSupported(test, resource.Creation);
        if (Support.WhyNot(test, resource.Reads!) is { } why)
            return Finding.Skipped(SkipReason.NotObservable, why);
        var shown = Finding.Passed(0);
        for (var round = 0; round < test.Session.Profile.Rounds && shown.Outcome == Outcome.Passed; round++)
        {
            await test.NextCase();
            shown = await OneIsShown(test, resource);
        }
        return shown;
    }

    private static async Task<Finding> OneIsShown(TestSession test, Resource resource)
    {
        var reads = resource.Reads!;
        var (request, created) = await WithEverything(test, resource);
        var read = resource.About(reads, request, created);
        // Until then a target may only not have come round to it.
        var missing = UnknownResources.Expected(resource, reads);
        var (shown, waited) = await Lag.Wait(
            test,
            () => test.Send(read, "what was created is read back"),
            exchange => !missing.IsMetBy(exchange)
        );
        if (shown.SaysNothing())
            return Finding.Errored($"reading back what was created: {shown.InWords()}");
        if (!shown.IsAccepted())
            return test.Fails("reading back what was created", "it to be found", shown.InWords());
        UnreadResponseException.ThrowIfUnread(shown);
        if (shown.Json() is not { ValueKind: System.Text.Json.JsonValueKind.Object })
            return test.Fails("reading back what was created", "a JSON object", shown.InWords());
        var compared = SentTexts.Shown(resource, request, created);
        foreach (var (path, sent) in compared)
            if (SentTexts.At(shown, path) is var text && text != sent)
                return test.Fails(
                    $"reading back {path}",
                    $"\"{sent}\" as sent or given",
                    text is null ? "none" : $"\"{text}\""
                );
        var passed = Finding.Passed(compared.Length);
        return waited == TimeSpan.Zero
            ? passed
            : passed with
            {
                Observations =
                [
                    test.Observe("lag", "how soon it is found", $"{waited.TotalMilliseconds:0} ms after its creation"),
                ],
            };
    }

    /// <summary>
    /// A request with every member; where it is rejected, without those whose values a target may look up, and then with
    /// ordinary texts: a target may know what they are for.
    /// </summary>
    private static async Task<(RequestDraft Request, Exchange Created)> WithEverything(
        TestSession test,
        Resource resource
    )
    {
        var full = SentTexts.WithOddTexts(test, resource, test.Full(resource.Creation));
        var created = await test.SendValid(full, "a request with every member");
        if (created.IsAccepted())
            return (full, created);
        var sure = SentTexts.WithOddTexts(test, resource, test.FullOfSureValues(resource.Creation));
        created = await test.SendValid(sure, "the same without what may be looked up");
        if (created.IsAccepted())
            return (sure, created);
        var ordinary = test.FullOfSureValues(resource.Creation);
        return (ordinary, await test.Arrange(ordinary, "the same with ordinary texts"));
    }
}
