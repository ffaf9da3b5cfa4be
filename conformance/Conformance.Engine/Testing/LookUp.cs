using System.Text;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Testing;

/// <summary>Finds out whether a target looks a member's value up in a world of its own.</summary>
internal static class LookUp
{
    /// <summary>
    /// The member whose value the target may just not know, where that can explain a rejection: nothing in the configuration
    /// names a value that works, and the rejection blames nothing else. The one whose value the rejection names, or else a
    /// required one. Null where it can't.
    /// </summary>
    public static Member? Explains(TestSession test, Exchange rejected)
    {
        if (rejected.Response is not { Status: 400 or 404 })
            return null;
        if (MissingResource(test, rejected) is { Length: > 0 } missing)
        {
            if (HasInUrl(rejected, missing))
                return null;
            if (Holding(test, rejected, missing) is { } holding)
                return holding.IsLookedUp && test.Session.Fixtures.For(holding.Path) is null ? holding : null;
        }
        var named = FieldList.Named(rejected, test.Operation);
        return test
            .Operation.RequestMembers()
            .FirstOrDefault(member =>
                member is { IsLookedUp: true, IsRequired: true }
                && test.Session.Fixtures.For(member.Path) is null
                && test.Operation.Body.Contains(member)
                && (named.Count == 0 || named.Any(name => FieldList.MeansSame(name, member)))
            );
    }

    /// <summary>The finding that such a value has to be named before anything can be told.</summary>
    public static Finding Missing(TestSession test, Member unknown, Exchange rejected, int cases = 0) =>
        Finding.Skipped(
            SkipReason.MissingFixture,
            $"the target may not know the value of {unknown.Path}{test.Session.Api.Cite(InterpretationTopic.UnknownValue)}: {rejected.InWords()}; "
                + $"name one that works as the fixture {unknown.Path} in the configuration",
            cases,
            new Cause(CauseKind.FixtureMissing) { Fixtures = unknown.Path }
        );

    /// <summary>
    /// The same for a request that holds an ordinary value of a member: where what is missing is not told, it may be that
    /// value. Null where it can't be, or no member is given.
    /// </summary>
    public static Member? ExplainsOrdinary(TestSession test, Member? member, Exchange rejected) =>
        rejected.Response is not { Status: 400 or 404 } ? null
        : rejected.Response.Status == 404 && Explains(test, rejected) is { } named ? named
        : member is null ? null
        : UnknownWith(test, member);

    /// <summary>
    /// The member that comes with this one (itself, or one in what it lives in) whose value the target may not know, since
    /// no fixture names one that works; null where there is none.
    /// </summary>
    public static Member? UnknownWith(TestSession test, Member member) =>
        test
            .Operation.RequestMembers()
            .Where(top => top.SelfAndBelow().Any(m => m.Path == member.Path))
            .SelectMany(top => top.SelfAndBelow())
            .FirstOrDefault(m => m.IsLookedUp && test.Session.Fixtures.For(m.Path) is null);

    /// <summary>
    /// Sends legal values that the target can't know: an ordinary one, and where that is rejected a plain one, which holds
    /// nothing but letters and digits. A target that accepts either does not look them up.
    /// </summary>
    /// <returns>What became of it; null where the member is not of that kind.</returns>
    public static async Task<Exchange?> Control(TestSession test, RequestDraft valid, Member member)
    {
        if (!member.IsLookedUp)
            return null;
        var unknown = test.Session.Values.Ordinary(member, test.NextDraw()).Value;
        test.BeginCase();
        var ordinary = await test.Send(
            valid.With(member, unknown),
            $"the control: an ordinary {member.Path} that the target can't know"
        );
        if (ordinary.IsAccepted() || Plain(unknown) is not { } plain || plain.Equals(unknown))
            return ordinary;
        return await test.Send(
            valid.With(member, plain),
            $"the control: a plain {member.Path} that the target can't know"
        );
    }

    /// <summary>The identifier of what was not found, where one of the operation's errors gives it.</summary>
    private static string? MissingResource(TestSession test, Exchange rejected) =>
        test
            .Operation.Errors.SelectMany(e => e.Members)
            .Where(m => m.Role == MemberRole.MissingResource)
            .Select(m => rejected.Text(m.WireName))
            .FirstOrDefault(text => text is not null);

    private static bool HasInUrl(Exchange exchange, string value) =>
        exchange.Request.Url.Split('?')[0].Split('/').Contains(Octets.Encoded(value), StringComparer.Ordinal);

    /// <summary>The member of the body that was sent with this value.</summary>
    private static Member? Holding(TestSession test, Exchange exchange, string value)
    {
        if (exchange.Request.Body is not { Length: > 0 } bytes)
            return null;
        try
        {
            var body = JsonValue.Parse(Encoding.UTF8.GetString(bytes.Span));
            return test
                .Operation.Body.SelectMany(member => member.SelfAndBelow())
                .FirstOrDefault(m => body.At(m.Path) is JsonText text && text.Value == value);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static JsonText? Plain(JsonValue value) =>
        value is JsonText text ? new JsonText(string.Concat(text.Value.Where(char.IsAsciiLetterOrDigit))) : null;
}
