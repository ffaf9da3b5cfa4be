namespace Conformance.Reference.NovaAct;

/// <summary>The languages of Nova Act's patterns, read as whole-value matches (interpretation R1).</summary>
internal static class Patterns
{
    /// <summary><c>[a-zA-Z0-9_-]{1,40}</c>; the length is checked apart (D0:19, D0:21).</summary>
    public static bool IsName(string value) => Consists(value, c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    /// <summary><c>[a-zA-Z0-9](-*[a-zA-Z0-9]){0,256}</c>: hyphens only between letters and digits (D0:45).</summary>
    public static bool IsClientToken(string value) =>
        value.Length > 0
        && char.IsAsciiLetterOrDigit(value[0])
        && char.IsAsciiLetterOrDigit(value[^1])
        && Consists(value, c => char.IsAsciiLetterOrDigit(c) || c == '-');

    /// <summary><c>[a-zA-Z0-9_/.-]+</c> (D0:57).</summary>
    public static bool IsLogGroupName(string value) =>
        Consists(value, c => char.IsAsciiLetterOrDigit(c) || c is '_' or '/' or '.' or '-');

    /// <summary><c>[a-z0-9][a-z0-9.-]*[a-z0-9]</c> (companion).</summary>
    public static bool IsBucketName(string value) =>
        value.Length > 1
        && IsLowerOrDigit(value[0])
        && IsLowerOrDigit(value[^1])
        && Consists(value, c => IsLowerOrDigit(c) || c is '.' or '-');

    /// <summary><c>[a-zA-Z0-9!\-_.*'()]+(?:/[a-zA-Z0-9!\-_.*'()]+)*</c> (companion).</summary>
    public static bool IsKeyPrefix(string value) =>
        value.Split('/').All(part => Consists(part, c => char.IsAsciiLetterOrDigit(c) || "!-_.*'()".Contains(c)));

    /// <summary><c>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}</c> (D0:95).</summary>
    public static bool IsRunId(string value)
    {
        if (value.Length != 36)
            return false;
        for (var i = 0; i < value.Length; i++)
            if (i is 8 or 13 or 18 or 23 ? value[i] != '-' : !char.IsAsciiHexDigitLower(value[i]))
                return false;
        return true;
    }

    private static bool IsLowerOrDigit(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c);

    private static bool Consists(string value, Func<char, bool> belongs)
    {
        foreach (var c in value)
            if (!belongs(c))
                return false;
        return value.Length > 0;
    }
}
