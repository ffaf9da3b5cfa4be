using System.Text.Encodings.Web;
using System.Text.Unicode;
using Conformance.Reports.Text;

namespace Conformance.Reports.Formats.Html;

/// <summary>
/// Escapes for HTML after every character was made visible. It sits in the renderer, so that no component can forget it.
/// </summary>
internal sealed class VisibleHtmlEncoder : HtmlEncoder
{
    private readonly HtmlEncoder inner = Create(UnicodeRanges.All);

    public override int MaxOutputCharactersPerInputCharacter => inner.MaxOutputCharactersPerInputCharacter;

    public override string Encode(string value) => inner.Encode(VisibleText.Of(value));

    public override void Encode(TextWriter output, string value, int startIndex, int characterCount) =>
        output.Write(Encode(value.Substring(startIndex, characterCount)));

    public override void Encode(TextWriter output, char[] value, int startIndex, int characterCount) =>
        output.Write(Encode(new string(value, startIndex, characterCount)));

    public override bool WillEncode(int unicodeScalar) => inner.WillEncode(unicodeScalar);

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength) =>
        inner.FindFirstCharacterToEncode(text, textLength);

    public override unsafe bool TryEncodeUnicodeScalar(
        int unicodeScalar,
        char* buffer,
        int bufferLength,
        out int numberOfCharactersWritten
    ) => inner.TryEncodeUnicodeScalar(unicodeScalar, buffer, bufferLength, out numberOfCharactersWritten);
}
