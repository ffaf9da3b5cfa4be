using Conformance.Schemas;
using Conformance.Suite.Planning;

namespace Conformance.Suite.Rules;

/// <summary>Strings of the shortest and longest legal length are accepted, one beyond each is refused.</summary>
public static class LengthRules
{
    public static readonly Rule AcceptsShortest = Rule.ForEach<MinLength>(
        "minLength/accepted",
        (member, min) => $"{member.Path} of {Characters(min.Limit)}, the fewest allowed, is accepted",
        Breaches.AreAccepted,
        runsAlone: Scarce.IsShort
    );

    public static readonly Rule RejectsTooShort = Rule.ForEach<MinLength>(
        "minLength/rejected",
        (member, min) => $"{member.Path} of fewer than {Characters(min.Limit)} is refused",
        Breaches.AreRefused,
        applies: member => member.Find<MinLength>() is { Limit: > 0 }
    );

    public static readonly Rule AcceptsLongest = Rule.ForEach<MaxLength>(
        "maxLength/accepted",
        (member, max) => $"{member.Path} of {Characters(max.Limit)}, the most allowed, is accepted",
        Breaches.AreAccepted
    );

    public static readonly Rule RejectsTooLong = Rule.ForEach<MaxLength>(
        "maxLength/rejected",
        (member, max) => $"{member.Path} of more than {Characters(max.Limit)} is refused",
        Breaches.AreRefused
    );

    public static readonly Rule RejectsBlank = Rule.ForEach<NotBlank>(
        "notBlank/rejected",
        (member, _) => $"{member.Path} without a visible character is refused",
        Breaches.AreRefused
    );

    private static string Characters(int count) => count == 1 ? "1 character" : $"{count} characters";
}
