// What govuk-frontend's components say, in Chinese.
export const messages = {
  accordion: {
    i18n: {
      hideAllSections: '全部收起',
      hideSection: '收起',
      hideSectionAriaLabel: '收起这一部分',
      showAllSections: '全部展开',
      showSection: '展开',
      showSectionAriaLabel: '展开这一部分',
    },
  },
  characterCount: {
    i18n: {
      charactersUnderLimit: { other: '还可以输入%{count}个字' },
      charactersAtLimit: '已经达到字数上限',
      charactersOverLimit: { other: '超出了%{count}个字' },
    },
  },
  fileUpload: {
    i18n: {
      chooseFilesButton: '选择文件',
      dropInstruction: '或者把文件拖到这里',
      noFileChosen: '还没有选择文件',
      multipleFilesChosen: { other: '已选择%{count}个文件' },
      enteredDropZone: '已进入放置区',
      leftDropZone: '已离开放置区',
    },
  },
  passwordInput: {
    i18n: {
      showPassword: '显示',
      hidePassword: '隐藏',
      showPasswordAriaLabel: '显示密码',
      hidePasswordAriaLabel: '隐藏密码',
      passwordShownAnnouncement: '密码已显示',
      passwordHiddenAnnouncement: '密码已隐藏',
    },
  },
};
