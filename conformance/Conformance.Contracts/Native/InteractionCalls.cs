using System.Runtime.InteropServices;

namespace Conformance.Contracts.Native;

/// <summary>What <c>pact_ffi</c> 0.5 offers beside request and response: version 4's keys, comments and pending interactions.</summary>
internal static partial class InteractionCalls
{
    [LibraryImport(PactLibrary.ImportName, EntryPoint = "pactffi_set_key", StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool SetKey(uint interaction, string key);

    [LibraryImport(PactLibrary.ImportName, EntryPoint = "pactffi_set_pending")]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool SetPending(uint interaction, [MarshalAs(UnmanagedType.U1)] bool isPending);

    [LibraryImport(
        PactLibrary.ImportName,
        EntryPoint = "pactffi_add_text_comment",
        StringMarshalling = StringMarshalling.Utf8
    )]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool AddComment(uint interaction, string text);

    [LibraryImport(
        PactLibrary.ImportName,
        EntryPoint = "pactffi_add_interaction_reference",
        StringMarshalling = StringMarshalling.Utf8
    )]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool AddReference(uint interaction, string group, string name, string value);
}
