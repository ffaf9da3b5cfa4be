using System.Buffers;
using System.Globalization;
using System.Text;

namespace Conformance.Reports.Text;

/// <summary>Quotes arguments for bash, zsh and ksh, in printable ASCII alone so that copying cannot change them.</summary>
internal static class ShellWord
{
    private static readonly SearchValues<char> Bare = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./:@%+=,"
    );

    /// <summary>The text as one word, bare where no shell gives its characters a meaning.</summary>
    public static string Of(string text) =>
        text.Length > 0 && text.AsSpan().IndexOfAnyExcept(Bare) < 0 ? text : Quoted(text);

    /// <summary>The text as one word in quotes.</summary>
    /// <remarks>U+0000 can be in no argument: callers send such bytes another way.</remarks>
    public static string Quoted(string text) =>
        text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0
            ? $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'"
            : EscapedBytes(text);

    private static string EscapedBytes(string text)
    {
        var word = new StringBuilder("$'");
        foreach (var octet in Encoding.UTF8.GetBytes(text))
            _ = octet switch
            {
                (byte)'\'' or (byte)'\\' => word.Append('\\').Append((char)octet),
                (byte)'\n' => word.Append(@"\n"),
                (byte)'\r' => word.Append(@"\r"),
                (byte)'\t' => word.Append(@"\t"),
                >= 0x20 and < 0x7F => word.Append((char)octet),
                _ => word.Append(CultureInfo.InvariantCulture, $"\\x{octet:x2}"),
            };
        return word.Append('\'').ToString();
    }
}
