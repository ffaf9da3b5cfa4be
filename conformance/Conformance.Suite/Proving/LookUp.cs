using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;
using Conformance.Suite.Requests;

namespace Conformance.Suite.Proving;

/// <summary>Finds out whether a target looks a member's value up in a world of its own (reading R24).</summary>
public static class LookUp
{
    /// <summary>
    /// The required member whose value the target may just not know, where that can explain a refusal: nothing in the
    /// configuration names a value that works, and the refusal blames no other member. Null where it can't.
    /// </summary>
    public static Member? Explains(Workbench bench, Exchange refused)
    {
        if (refused.Response is not { Status: 400 or 404 })
            return null;
        var named = FieldList.Named(refused);
        return bench
            .Operation.RequestMembers()
            .FirstOrDefault(member =>
                member is { IsLookedUp: true, IsRequired: true }
                && bench.Session.Fixtures.For(member.Path) is null
                && bench.Operation.Body.Contains(member)
                && (named.Count == 0 || named.Any(name => FieldList.MeansSame(name, member)))
            );
    }

    /// <summary>
    /// Whether the target may not know a value that comes with the member (its own, or one in what it lives in), since no
    /// fixture names one that works.
    /// </summary>
    public static bool MayNotKnow(Workbench bench, Member member) =>
        bench
            .Operation.RequestMembers()
            .Where(top => top.SelfAndBelow().Any(m => m.Path == member.Path))
            .SelectMany(top => top.SelfAndBelow())
            .Any(m => m.IsLookedUp && bench.Session.Fixtures.For(m.Path) is null);

    /// <summary>
    /// Sends legal values that the target can't know: an ordinary one, and where that is refused a plain one, which holds
    /// nothing but letters and digits. A target that accepts either does not look them up.
    /// </summary>
    /// <returns>What became of it; null where the member is not of that kind.</returns>
    public static async Task<Exchange?> Control(Workbench bench, RequestDraft valid, Member member)
    {
        if (!member.IsLookedUp)
            return null;
        var unknown = bench.Session.Values.Ordinary(member, bench.NextDraw()).Value;
        bench.BeginCase();
        var ordinary = await bench
            .Send(valid.With(member, unknown), $"the control: an ordinary {member.Path} that the target can't know")
            .ConfigureAwait(false);
        if (ordinary.IsAccepted() || Plain(unknown) is not { } plain || plain.Equals(unknown))
            return ordinary;
        return await bench
            .Send(valid.With(member, plain), $"the control: a plain {member.Path} that the target can't know")
            .ConfigureAwait(false);
    }

    private static JsonText? Plain(JsonValue value) =>
        value is JsonText text ? new JsonText(string.Concat(text.Value.Where(char.IsAsciiLetterOrDigit))) : null;
}
