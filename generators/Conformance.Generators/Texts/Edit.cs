namespace Conformance.Generators.Texts;

/// <summary>One change to a legal text. Identities stay whole wherever the change can be made beside them.</summary>
internal static class Edit
{
    /// <summary>A legal text with room for edits, or null where the member has none.</summary>
    public static Text? Base(TextDomain shape, Draw draw) =>
        shape.Lengths.IsEmpty ? null : shape.Make(shape.RoomyLength, draw);

    /// <summary>
    /// The same with one letter over and over behind the identity, so that what is put into it stands alone; as chance has
    /// it where the pattern admits no such text.
    /// </summary>
    public static Text? Plain(TextDomain shape, Draw draw)
    {
        if (Base(shape, draw) is not { } text || shape.Language is not { } language)
            return null;
        var plain = text.Identity + new string('a', text.Value.Length - text.Identity.Length);
        return language.Contains(plain) ? text with { Value = plain } : text;
    }

    public static Text Prepend(Text text, string extra) => text with { Value = extra + text.Value };

    public static Text Append(Text text, string extra) => text with { Value = text.Value + extra };

    /// <summary>The text with so many characters in its middle replaced, behind the identity.</summary>
    public static Text Middle(Text text, string replacement)
    {
        var room = text.Value.Length - text.Identity.Length - replacement.Length;
        var start = room >= 0 ? text.Identity.Length + (room / 2) : text.Value.Length / 2;
        return Replace(text, start, replacement, Math.Min(replacement.Length, text.Value.Length - start));
    }

    /// <summary>The text with another first character; before an identity it comes on top.</summary>
    public static Text FirstCharacter(Text text, char c) =>
        text.Identity.Length > 0 ? Prepend(text, c.ToString()) : Replace(text, 0, c.ToString(), 1);

    public static Text LastCharacter(Text text, char c) => Replace(text, text.Value.Length - 1, c.ToString(), 1);

    /// <summary>The text with so many characters from <paramref name="start"/> replaced; the text itself where it is empty.</summary>
    public static Text Replace(Text text, int start, string replacement, int count)
    {
        if (text.Value.Length == 0)
            return text with { Value = replacement };
        var value = string.Concat(text.Value.AsSpan(0, start), replacement, text.Value.AsSpan(start + count));
        var identity = value.Contains(text.Identity, StringComparison.Ordinal) ? text.Identity : "";
        return new Text(value, identity);
    }

    /// <summary>The text without the character at this position.</summary>
    public static Text Delete(Text text, int position) => Replace(text, position, "", 1);

    /// <summary>The text with one more character before this position.</summary>
    public static Text Insert(Text text, int position, string extra) => Replace(text, position, extra, 0);

    /// <summary>The text with the character at this position and the next one in each other's place.</summary>
    public static Text Swap(Text text, int position) =>
        Replace(text, position, $"{text.Value[position + 1]}{text.Value[position]}", 2);

    /// <summary>The text with the letter at this position in the other case.</summary>
    public static Text FlipCase(Text text, int position) =>
        Replace(text, position, ((char)(text.Value[position] ^ ' ')).ToString(), 1);
}
