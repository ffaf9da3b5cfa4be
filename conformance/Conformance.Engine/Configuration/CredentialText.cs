using System.Buffers;
using System.Globalization;
using Conformance.Engine.Http;

namespace Conformance.Engine.Configuration;

/// <summary>
/// What may stand in credentials. What is said about the rest names the place and the kind of a character, and never
/// repeats the text. Every saying is the end of a sentence.
/// </summary>
internal static class CredentialText
{
    // A signature's Credential=ID/DATE/REGION/SERVICE/aws4_request stands in a list with commas.
    private static readonly SearchValues<char> EndsAnId = SearchValues.Create(" /,=");

    /// <summary>Why the secret can't be used; null where it can.</summary>
    public static string? Problem(string secret, SecretUse use) =>
        ControlCharacter(secret)
        ?? use switch
        {
            SecretUse.InHeader => OutsideAscii(secret) ?? BlankAround(secret),
            SecretUse.AccessKeyId => OutsideAscii(secret) ?? At(secret.AsSpan().IndexOfAny(EndsAnId), secret),
            SecretUse.UserName => HalfACharacter(secret) ?? At(secret.IndexOf(':', StringComparison.Ordinal), secret),
            SecretUse.Password => HalfACharacter(secret),
            _ => null,
        };

    /// <summary>Why this can't stand in front of a secret in a header; null where it can.</summary>
    public static string? PrefixProblem(string prefix) =>
        ControlCharacter(prefix)
        ?? OutsideAscii(prefix)
        ?? (prefix.StartsWith(' ') ? "begins with a blank, which HTTP takes off (RFC 9110, 5.5)" : null);

    /// <summary>Why this is no token (RFC 9110, 5.6.2), as names of headers, regions and services are; null where it is one.</summary>
    public static string? TokenProblem(string text) =>
        text.Length == 0
            ? "is empty"
            : ControlCharacter(text)
                ?? OutsideAscii(text)
                ?? At(text.AsSpan().IndexOfAnyExcept(RawOnly.TokenCharacters), text);

    private static string? ControlCharacter(string text)
    {
        for (var at = 0; at < text.Length; at++)
            if (char.IsControl(text[at]))
                return text[at] is '\r' or '\n'
                    ? $"holds a line end at {Place(at)}"
                    : $"holds a control character (U+{(int)text[at]:X4}) at {Place(at)}";
        return null;
    }

    // Readers of a header take other bytes for Latin-1 or for UTF-8 (RFC 9110, 5.5).
    private static string? OutsideAscii(string text) =>
        text.AsSpan().IndexOfAnyExceptInRange(' ', '~') is >= 0 and var at
            ? $"holds a character outside ASCII at {Place(at)}, which HTTP has no one way to send"
            : null;

    private static string? HalfACharacter(string text)
    {
        for (var at = 0; at < text.Length; at++)
            if (char.IsSurrogatePair(text, at))
                at++;
            else if (char.IsSurrogate(text[at]))
                return $"holds half a character at {Place(at)}";
        return null;
    }

    private static string? BlankAround(string text) =>
        text.StartsWith(' ') ? "begins with a blank, which HTTP takes off (RFC 9110, 5.5)"
        : text.EndsWith(' ') ? "ends with a blank, which HTTP takes off (RFC 9110, 5.5)"
        : null;

    private static string? At(int at, string text) =>
        at < 0 ? null
        : text[at] == ' ' ? $"holds a blank at {Place(at)}, which can't stand there"
        : $"holds {text[at]} at {Place(at)}, which can't stand there";

    private static string Place(int at) => string.Create(CultureInfo.InvariantCulture, $"character {at + 1}");
}
